import { expect, it } from "vitest";
import { canonicalText } from "./canonical-request.ts";
import { echoedCanonical } from "./echoed-canonical.ts";

const mismatch =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
const canonical = "POST\n/prod/orders\na=1\nhost:api.example.com\nx-note:it's 5 o'clock: now\n\nhost;x-note\ne3b0c442";
const toSign = "AWS4-HMAC-SHA256\n20260302T093000Z\n20260302/eu-west-1/execute-api/aws4_request\nabc";
const echo = `${mismatch}\n\nThe Canonical String for this request should have been\n'${canonical}'`;

it("reads the canonical request and the string to sign", () => {
  const read = echoedCanonical(`${echo}\n\nThe String-to-Sign should have been\n'${toSign}'\n`);
  expect(read?.canonical).toEqual({
    method: "POST",
    path: "/prod/orders",
    query: "a=1",
    headers: [
      ["host", "api.example.com"],
      ["x-note", "it's 5 o'clock: now"],
    ],
    signedHeaders: "host;x-note",
    payloadHash: "e3b0c442",
  });
  expect(read && canonicalText(read.canonical)).toBe(canonical);
  expect(read?.stringToSign).toBe(toSign);
});

it("reads the canonical request alone, and with the line ends of Windows", () => {
  expect(echoedCanonical(echo)).toMatchObject({ canonical: { method: "POST" }, stringToSign: null });
  expect(echoedCanonical(echo.replaceAll("\n", "\r\n"))?.canonical.signedHeaders).toBe("host;x-note");
});

it("finds none in other messages", () => {
  expect(echoedCanonical(mismatch)).toBeNull();
  expect(echoedCanonical(`${mismatch}\n\nThe Canonical String for this request should have been\n'GET\n/'`)).toBeNull();
  expect(echoedCanonical("")).toBeNull();
});
