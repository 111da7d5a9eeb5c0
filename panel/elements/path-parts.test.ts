import { expect, test } from "vitest";
import { pathPartsOf } from "./path-parts.ts";

const base = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

test("the stage is marked where it is the first segment", () => {
  expect(pathPartsOf(`${base}/prod/orders/1?limit=2`, "prod")).toEqual({
    stage: "prod",
    rest: "/orders/1",
    query: "?limit=2",
  });
});

test("a stage that is not the first segment is not marked", () => {
  expect(pathPartsOf(`${base}/orders/prod`, "prod")).toEqual({ stage: "", rest: "/orders/prod", query: "" });
  expect(pathPartsOf(`${base}/orders`, null)).toEqual({ stage: "", rest: "/orders", query: "" });
});

test("what is no address with a host stays whole", () => {
  expect(pathPartsOf("data:text/plain,x", "prod")).toEqual({ stage: "", rest: "data:text/plain,x", query: "" });
});
