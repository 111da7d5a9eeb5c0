import { expect, it } from "vitest";
import { sha256Base64 } from "../sha256.ts";
import { arrivalOf, arrivedHash } from "./authorization-hash.ts";

function hashed(value: string): string {
  return `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${sha256Base64(value)}'.`;
}

it.each([
  ["the hash", hashed("Bearer abc")],
  ["the header", "'abc' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer abc'."],
  [
    "the header behind the parts that it lacks",
    "Authorization header requires 'Signature' parameter. Authorization=Bearer abc",
  ],
])("reads what arrived from a message that repeats %s", (_, message) => {
  expect(arrivedHash(message)).toBe(sha256Base64("Bearer abc"));
});

it.each(["Missing Authentication Token", "", "Authorization header cannot be empty: ''"])(
  "reads nothing from: %s",
  (message) => expect(arrivedHash(message)).toBeNull(),
);

it("knows a header that arrived unchanged", () => {
  expect(arrivalOf(["Bearer abc"], sha256Base64("Bearer abc"))).toEqual({ outcome: "intact" });
});

it.each([
  [[" Bearer abc "], "Bearer abc", "without the spaces around it"],
  [['"abc"'], "abc", "without the quotation marks around it"],
  [["Bearer   abc"], "Bearer abc", "with a single space behind the scheme"],
  [["BEARER abc"], "bearer abc", "with the scheme in small letters"],
  [["bearer abc"], "Bearer abc", "with the scheme's first letter as a capital"],
  [["Bearer abc"], "abc", "without its scheme"],
  [["abc"], "Bearer abc", "with `Bearer` put in front"],
  [["abc"], "abc, abc", "twice, joined by a comma"],
  [["Bearer abc"], "", "empty"],
  [["Bearer abc", "AWS4-HMAC-SHA256 x"], "Bearer abc, AWS4-HMAC-SHA256 x", "as 2 values joined by a comma"],
  [["Bearer abc", "AWS4-HMAC-SHA256 x"], "Bearer abc,AWS4-HMAC-SHA256 x", "as 2 values joined by a comma"],
  [["Bearer abc", "Bearer def"], "Bearer def", "as value 2 of 2 alone"],
  [["Bearer abc"], "Bearer def", null],
] as const)("tells how %j became %j", (sent, arrived, how) => {
  expect(arrivalOf(sent, sha256Base64(arrived))).toEqual({ outcome: "changed", how });
});
