import { expect, it } from "vitest";
import { signatureTimesIn } from "./signature-times.ts";

const noon = Date.UTC(2026, 2, 2, 12);

it.each([
  ["Signature expired: 20260302T115000Z is now earlier than 20260302T115500Z (20260302T120000Z - 5 min.)", -10, 5],
  [
    "Signature not yet current: 20260302T121000Z is still later than 20260302T120500Z (20260302T120000Z + 5 min.)",
    10,
    5,
  ],
  ["Signature expired: 20260302T110000Z is now earlier than 20260302T114500Z (20260302T120000Z - 15 min.)", -60, 15],
])("reads the instants of: %s", (message, signedAfter, tolerance) => {
  expect(signatureTimesIn(message)).toEqual({
    signedAt: noon + signedAfter * 60_000,
    serverNow: noon,
    tolerance: tolerance * 60_000,
  });
});

it.each([
  "Signature expired: 20260302T115000Z is now earlier than 20260302T115500Z",
  "Signature expired: 20269902T115000Z is now earlier than 20260302T115500Z (20260302T120000Z - 5 min.)",
  "The security token included in the request is expired",
  "",
])("reads none of: %s", (message) => expect(signatureTimesIn(message)).toBeNull());
