import { describe, expect, it } from "vitest";
import { challengesIn, lacksScope, scopesWanted } from "./www-authenticate.ts";

function read(value: string) {
  return challengesIn(value).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);
}

/** As HTTP APIs write it: without commas. */
const ofHttpApi =
  'Bearer scope="orders.write orders.admin" error="insufficient_scope" error_description="expected scopes: [orders.write orders.admin]"';

describe("challengesIn", () => {
  it.each([
    [
      ofHttpApi,
      [
        [
          "bearer",
          {
            scope: "orders.write orders.admin",
            error: "insufficient_scope",
            error_description: "expected scopes: [orders.write orders.admin]",
          },
        ],
      ],
    ],
    [
      'Basic realm="a, \\"b\\"", Bearer error=invalid_token, scope = "x"',
      [
        ["basic", { realm: 'a, "b"' }],
        ["bearer", { error: "invalid_token", scope: "x" }],
      ],
    ],
    ["Negotiate", [["negotiate", {}]]],
    [
      "Negotiate abc==, Bearer",
      [
        ["negotiate", {}],
        ["bearer", {}],
      ],
    ],
    ['Bearer Scope="a", scope="b"', [["bearer", { scope: "a" }]]],
    ["", []],
    ['"', []],
  ])("reads %s", (value, expected) => expect(read(value)).toEqual(expected));

  it.each(["a", "a ", 'a="', 'a="\\', "a=b ", "~/", ","])("comes back from hostile text: %s", (piece) =>
    expect(scopesWanted([piece.repeat(100_000)])).toEqual([]),
  );
});

it("lists the scopes of the challenge that misses one", () => {
  expect(scopesWanted(["Basic realm=x", ofHttpApi])).toEqual(["orders.write", "orders.admin"]);
  expect(scopesWanted(['Bearer scope="" error="invalid_token"'])).toEqual([]);
  expect(challengesIn('Bearer scope="a", error="invalid_token"').some(lacksScope)).toBe(false);
});
