import { describe, expect, it } from "vitest";
import { methodArnIn, pathFits } from "./arn.ts";

function read(resource: string) {
  return methodArnIn(`User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${resource}`);
}

const api = "arn:aws:execute-api:eu-west-1:********9012:a1b2c3d4e5";

describe("methodArnIn", () => {
  it("takes a method apart", () => {
    expect(read(`${api}/prod/GET/orders/7 with an explicit deny`)).toEqual({
      arn: `${api}/prod/GET/orders/7`,
      partition: "aws",
      region: "eu-west-1",
      accountTail: "9012",
      apiId: "a1b2c3d4e5",
      stage: "prod",
      verb: "GET",
      route: null,
      path: "orders/7",
    });
  });

  it.each([
    ["/prod/GET/", { verb: "GET", path: "" }],
    ["/prod/GET", { verb: "GET", path: "" }],
    ["/$default/GET/orders", { stage: "$default", path: "orders" }],
    ["/prod/$connect", { stage: "prod", verb: null, route: "$connect", path: "" }],
    ["/prod/POST/@connections/*", { verb: "POST", path: "@connections/*" }],
    ["/*/*/orders", { stage: null, verb: null, path: "orders" }],
    ["", { stage: null, verb: null, path: "" }],
    ["/prod/GET/a%2Fb/c:d", { path: "a%2Fb/c:d" }],
    ["/prod/GET/orders//7", { path: "orders//7" }],
  ])("reads %s", (call, expected) => expect(read(`${api}${call}`)).toMatchObject(expected));

  it.each([
    ["arn:aws-cn:execute-api:cn-north-1:********9012:a1b2c3d4e5/p/GET/x", { partition: "aws-cn", accountTail: "9012" }],
    ["arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/p/GET/x", { accountTail: "9012" }],
    ["arn:aws:execute-api:eu-west-1:************:a1b2c3d4e5/p/GET/x", { accountTail: null }],
  ])("reads %s", (arn, expected) => expect(read(arn)).toMatchObject(expected));

  it.each(["*", "arn:aws:es:eu-west-1:123456789012:domain/x", "arn:", `arn:${"a".repeat(100_000)}`])(
    "finds none in %.40s",
    (resource) => expect(read(resource)).toBeNull(),
  );
});

it.each([
  ["orders/7", "orders/7", true],
  ["orders/a%20b", "orders/a b", true],
  ["orders/*", "orders/7", true],
  ["", "/", true],
  ["orders/7", "shop/orders/7", false],
  ["orders/%zz", "orders/%zz", true],
])("%j is the path %j: %j", (arn, url, fits) => expect(pathFits(arn, url)).toBe(fits));
