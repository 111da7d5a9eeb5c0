import { expect, test } from "vitest";
import type { Row } from "../src/examiner/messages.ts";
import { linesOf, narrowed, refusalsOf } from "./rows.ts";

const api = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

const rows = [
  row({ key: "0", method: "OPTIONS", url: `${api}/prod/carts`, stops: 1 }),
  row({ key: "2", url: `${api}/api/orders` }),
  row({ key: "3", url: "https://d111111abcdef8.cloudfront.net/x", apiGateway: false }),
  row({ key: "1", method: "PUT", url: `${api}/prod/carts`, status: 0, stoppedBy: "0" }),
];

test("a refused preflight is followed by the request that it stopped, whenever that arrived", () => {
  expect(linesOf(refusalsOf(rows)).map(({ key }) => key)).toEqual(["0", "1", "2", "3"]);
});

test("the filter looks for its text in method, address, cause and status", () => {
  const found = (text: string) => narrowed(refusalsOf(rows), "all", text).map((each) => each.row.key);
  expect(found("ORDERS")).toEqual(["2"]);
  expect(found(" options ")).toEqual(["0"]);
  expect(found("put")).toEqual(["0"]);
  expect(found("some-cause")).toEqual(["0", "2", "3"]);
  expect(found("403")).toEqual(["0", "2", "3"]);
  expect(found("nowhere")).toEqual([]);
});

test("the scope leaves out refusals by others", () => {
  expect(narrowed(refusalsOf(rows), "api-gateway", "").map((each) => each.row.key)).toEqual(["0", "2"]);
});

function row(own: Partial<Row> & Pick<Row, "key" | "url">): Row {
  return {
    entry: Number(own.key),
    file: "a.har",
    stoppedBy: null,
    stops: 0,
    status: 403,
    method: "GET",
    stage: null,
    host: new URL(own.url).hostname,
    hostKind: "other",
    hostLabel: "",
    hostTaken: true,
    cause: "some-cause",
    title: "Some cause",
    confidence: "likely",
    probability: 0.8,
    apiGateway: true,
    startedAt: 1_790_000_000_000,
    ...own,
  };
}
