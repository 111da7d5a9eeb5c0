import { describe, expect, it } from "vitest";
import type { Exchange } from "./exchange.ts";
import { headersOf } from "./headers.ts";
import { known, unknown } from "./known.ts";
import { refusalMessageOf } from "./refusal-message.ts";

type Headers = Readonly<Record<string, string>>;

function answer(
  body: string | null,
  contentLength: number | null = null,
  method = "GET",
  headers: Headers = {},
): Exchange {
  const response = {
    headers: headersOf(Object.entries(headers).map(([name, value]) => ({ name, value }))),
    body: body === null ? unknown("hidden by CORS") : known(body),
    contentLength: contentLength === null ? unknown("no length") : known(contentLength),
  };
  return { request: { method }, response } as unknown as Exchange;
}

function wording(body: string | null, contentLength?: number): string | null {
  const refusal = refusalMessageOf(answer(body, contentLength ?? null));
  return refusal.known ? refusal.value.wording : null;
}

describe("refusalOf", () => {
  it.each([
    ['{"message":"Forbidden"}', "forbidden"],
    ['{"message":"Missing Authentication Token"}', "missing-authentication-token"],
    [
      '{"message":"\'Bearer x\' not a valid key=value pair (missing equal-sign) in Authorization header"}',
      "incomplete-signature",
    ],
    [
      '{"message":"Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): \'x\'."}',
      "incomplete-signature",
    ],
    ['{"message":"Signature expired: 20220331T094828Z is now earlier than 20220331T095852Z"}', "signature-expired"],
    [
      '{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}',
      "authorizer-denied",
    ],
    [
      '{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: x"}',
      "anonymous-denied",
    ],
    [
      '{"Message":"User: arn:aws:iam::123456789012:user/a is not authorized to perform: execute-api:Invoke on resource: x"}',
      "principal-denied",
    ],
    [
      '{"Message":"User: arn:aws:sts::123456789012:assumed-role/a/b is not authorized to perform: dynamodb:Query on resource: x"}',
      "service-denied",
    ],
    ['{"Message":null}', "null-message"],
    ['{"error":"no"}', "other"],
    ["<html>no</html>", "other"],
    ["", "empty"],
    ["{broken", "other"],
  ])("reads %s as %s", (body, expected) => expect(wording(body)).toBe(expected));

  it.each([
    [23, "forbidden"],
    [42, "missing-authentication-token"],
    [68, "security-token-invalid"],
    [73, "undetermined-operation"],
    [99, null],
  ])("takes a hidden body of %i bytes for %s", (length, expected) => expect(wording(null, length)).toBe(expected));

  it("does not take the length of a compressed body for that of what it says", () => {
    expect(refusalMessageOf(answer(null, 42, "GET", { "content-encoding": "gzip" })).known).toBe(false);
    expect(refusalMessageOf(answer(null, 42, "GET", { "content-encoding": "identity" }))).toMatchObject({
      known: true,
    });
  });

  it.each<[what: string, speaks: boolean, headers: Headers]>([
    ["JSON", true, { "content-type": "application/json" }],
    ["JSON that a proxy hands on for AWS", true, { server: "nginx", "x-amzn-requestid": "5b6f1f4e" }],
    ["a picture", false, { "content-type": "image/gif" }],
    ["a server that names itself", false, { "content-type": "application/json", server: "Apache" }],
  ])("lets the length of %s speak: %s", (_, speaks, headers) => {
    expect(refusalMessageOf(answer(null, 42, "GET", headers)).known).toBe(speaks);
  });

  it("does not take the empty response to HEAD for an empty refusal", () => {
    expect(refusalMessageOf(answer("", 0, "HEAD")).known).toBe(false);
  });
});
