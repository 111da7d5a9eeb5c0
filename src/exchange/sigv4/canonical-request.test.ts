import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { materialBeside } from "../../../testing/material-beside.ts";
import type { Request } from "../exchange.ts";
import { headersOf } from "../headers.ts";
import { known, unknown } from "../known.ts";
import { targetOf } from "../target.ts";
import { canonicalRequest, canonicalText, stringToSign } from "./canonical-request.ts";
import { type Sigv4, sigv4Of } from "./sigv4.ts";

const suite = materialBeside("suites/sigv4", "AWS's SigV4 suite: canonical requests") ?? "";
const cases =
  suite === ""
    ? []
    : readdirSync(suite, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []));

function requestOf(method: string, url: string, headers: readonly (readonly [string, string])[], body = ""): Request {
  const indexed = headersOf(headers.map(([name, value]) => ({ name, value })));
  return {
    method,
    url,
    target: targetOf(url),
    headers: indexed,
    headersShown: true,
    headersLeftOut: null,
    authorization: known(indexed.get("authorization") ?? null),
    body: known(body),
    bodyDigest: null,
    bodySize: known(new TextEncoder().encode(body).length),
  };
}

/** Reads a request of the suite; a line that begins with spaces continues the header before it. */
function parsed(text: string): Request {
  const [head = "", body = ""] = text.split(/\n\n([\s\S]*)/);
  const [first = "", ...lines] = head.replace(/\n[ \t]+/g, " ").split("\n");
  const [, method = "", path = ""] = /^(\S+) (.*) HTTP\/1\.1$/.exec(first) ?? [];
  const headers = lines.filter(Boolean).map((each) => {
    const colon = each.indexOf(":");
    return [each.slice(0, colon), each.slice(colon + 1)] as const;
  });
  return requestOf(method, `https://example.amazonaws.com${path}`, headers, body.replace(/\n$/, ""));
}

function credentialOf({ headers, target }: Request): Sigv4 {
  const sigv4 = sigv4Of(headers.get("authorization") ?? null, headers, target);
  if (sigv4 === null) throw new Error("the request is not signed");
  return sigv4;
}

function read(name: string, file: string): string {
  return readFileSync(join(suite, name, file), "utf8");
}

interface Context {
  readonly normalize: boolean;
  readonly omit_session_token?: boolean;
}

function contextOf(name: string): Context {
  return JSON.parse(read(name, "context.json")) as Context;
}

/** A token that is added to the URL after signing is not signed. API Gateway wants it signed, so that does not apply. */
function isSkipped(name: string, form: string): boolean {
  return form === "query" && contextOf(name).omit_session_token === true;
}

const forms = cases.flatMap((name) => ["header", "query"].map((form) => ({ name, form })));

it.runIf(cases.length > 0)("covers AWS's suite in headers and queries, but for unsigned session tokens in URLs", () => {
  const skipped = forms.filter(({ name, form }) => isSkipped(name, form)).map(({ name, form }) => `${name}, ${form}`);
  expect(skipped).toEqual(["post-sts-header-after, query"]);
  expect(forms).toHaveLength(76);
});

describe.each(forms.filter(({ name, form }) => !isSkipped(name, form)))("AWS's case $name", ({ name, form }) => {
  it(`in the ${form}`, () => {
    const context = contextOf(name);
    const request = parsed(read(name, `${form}-signed-request.txt`));
    const sigv4 = credentialOf(request);
    const canonical = canonicalRequest(request, sigv4, { normalise: context.normalize });
    if (!canonical.known) throw new Error(canonical.why);
    expect(canonicalText(canonical.value)).toBe(read(name, `${form}-canonical-request.txt`));
    expect(stringToSign(canonical.value, sigv4)).toEqual(known(read(name, `${form}-string-to-sign.txt`)));
  });
});

const signing = { place: "header", signedHeaders: ["host"], service: "execute-api" } as const;
const base = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

function canonicalOf(request: Request, how: Parameters<typeof canonicalRequest>[1] = signing) {
  const canonical = canonicalRequest(request, how);
  if (!canonical.known) throw new Error(canonical.why);
  return canonical.value;
}

it.each([
  ["/prod/%C3%A4", "/prod/%25C3%25A4"],
  ["/prod/%40connections/a%3D", "/prod/%2540connections/a%253D"],
  ["/prod/\ud800", "/prod/%EF%BF%BD"],
  ["/prod/a(b)*", "/prod/a%28b%29%2A"],
  ["", "/"],
])("encodes the path %s once more", (path, expected) => {
  expect(canonicalOf(requestOf("GET", base + path, [])).path).toBe(expected);
});

it.each([
  ["b=2&a=2&a=1&B", "B=&a=1&a=2&b=2"],
  ["a=x+y&b=x%20y", "a=x%20y&b=x%20y"],
  ["a=*&b=%zz&X-Amz-Signature=s", "a=%2A&b=%25zz"],
])("orders and encodes the query %s", (query, expected) => {
  expect(canonicalOf(requestOf("GET", `${base}/?${query}`, [])).query).toBe(expected);
});

it("takes the host from HTTP/2's header or the URL", () => {
  expect(canonicalOf(requestOf("GET", `${base}/`, [[":authority", "api.example.com"]])).headers).toEqual([
    ["host", "api.example.com"],
  ]);
  expect(canonicalOf(requestOf("GET", "https://localhost:4566/a", [])).headers).toEqual([["host", "localhost:4566"]]);
  expect(canonicalOf(requestOf("GET", "https://localhost:443/a", [])).headers).toEqual([["host", "localhost"]]);
});

it("takes the body's hash as sent, and leaves S3's presigned bodies unsigned", () => {
  const sent = requestOf("POST", `${base}/`, [["X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"]], "{}");
  expect(canonicalOf(sent).payloadHash).toBe("UNSIGNED-PAYLOAD");
  const plain = requestOf("POST", `${base}/`, [], "{}");
  expect(canonicalOf(plain, { ...signing, place: "query", service: "s3" }).payloadHash).toBe("UNSIGNED-PAYLOAD");
  expect(canonicalOf(plain).payloadHash).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});

it("takes no body for an empty one only where nothing was sent", () => {
  const request = { ...requestOf("GET", `${base}/`, []), body: unknown("no body"), bodySize: unknown("no size") };
  expect(canonicalRequest(request, signing)).toMatchObject({ known: true });
  expect(canonicalRequest({ ...request, method: "POST" }, signing)).toEqual(unknown("no body"));
  expect(canonicalRequest({ ...request, method: "POST", bodySize: known(0) }, signing)).toMatchObject({ known: true });
});

it("cannot tell where the capture lacks a part", () => {
  const request = requestOf("POST", `${base}/`, [["x-api-key", "[redacted 012345]"]], "{}");
  const why = (how: typeof signing | { signedHeaders: string[] }, sent = request) =>
    canonicalRequest(sent, { ...signing, ...how });
  expect(why({ signedHeaders: ["x-a"] })).toEqual(unknown("the capture does not hold the signed header x-a"));
  expect(why({ signedHeaders: ["x-api-key"] })).toEqual(
    unknown("the capture holds the signed header x-api-key without its value"),
  );
  expect(why({ signedHeaders: [] })).toEqual(unknown("the credential lists no signed headers"));
  expect(why(signing, { ...request, bodySize: known(9) })).toEqual(
    unknown("the captured body has not the size that was sent"),
  );
});

it("has no string to sign without date or scope", () => {
  const request = requestOf("GET", `${base}/`, [
    ["authorization", "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host"],
  ]);
  const sigv4 = credentialOf(request);
  expect(stringToSign(canonicalOf(request), sigv4).known).toBe(false);
  expect(stringToSign(canonicalOf(request), { ...sigv4, signedAt: 0 }).known).toBe(false);
});

it("leaves the region out of SigV4a's string to sign", () => {
  const request = requestOf("GET", `${base}/`, [
    ["authorization", "AWS4-ECDSA-P256-SHA256 Credential=a/20220331/execute-api/aws4_request, SignedHeaders=host"],
    ["x-amz-date", "20220331T094828Z"],
  ]);
  const toSign = stringToSign(canonicalOf(request), credentialOf(request));
  expect(toSign.known && toSign.value).toMatch(
    /^AWS4-ECDSA-P256-SHA256\n20220331T094828Z\n20220331\/execute-api\/aws4_request\n[0-9a-f]{64}$/,
  );
});
