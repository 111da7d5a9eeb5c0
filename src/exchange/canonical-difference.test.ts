import { expect, it } from "vitest";
import { canonicalDifferences, differenceSentence, signerSuspects } from "./canonical-difference.ts";
import type { CanonicalRequest } from "./canonical-request.ts";
import { sha256Hex } from "./sha256.ts";

const ours: CanonicalRequest = {
  method: "GET",
  path: "/prod/orders",
  query: "a=1",
  headers: [
    ["host", "api.example.com"],
    ["x-api-key", "verysecretkey1"],
  ],
  signedHeaders: "host;x-api-key",
  payloadHash: sha256Hex(""),
};

const host = ["host", "other.example.com"] as const;
const key = ["x-api-key", "verysecretkey1"] as const;

it.each<[string, Partial<CanonicalRequest>, string]>([
  ["method", { method: "POST" }, "the method differs: the capture has `GET`, API Gateway computed `POST`"],
  ["path", { path: "/orders" }, "the path differs: the capture has `/prod/orders`, API Gateway computed `/orders`"],
  ["query", { query: "" }, "the query differs: the capture has `a=1`, API Gateway computed an empty one"],
  [
    "host",
    { headers: [host, key] },
    "the host differs: the capture has `api.example.com`, API Gateway computed `other.example.com`",
  ],
  [
    "signed-headers",
    { signedHeaders: "host" },
    "the list of signed headers differs: the capture has `host;x-api-key`, API Gateway computed `host`",
  ],
  [
    "payload",
    { payloadHash: "abc" },
    `the hash of the body differs: the capture has \`${sha256Hex("")}\`, API Gateway computed \`abc\``,
  ],
  ["none", {}, "everything that API Gateway computed agrees with the captured request: the secret key is wrong"],
])("names a difference of kind %s", (kind, changed, sentence) => {
  const differences = canonicalDifferences(ours, { ...ours, ...changed });
  expect(differences.map((each) => each.kind)).toEqual([kind]);
  expect(differences.map((each) => differenceSentence(each))).toEqual([sentence]);
});

it("names a header that differs or is missing, without its secret", () => {
  const headers = [["host", "api.example.com"] as const, ["x-api-key", "anothersecret2"] as const];
  const [changed] = canonicalDifferences(ours, { ...ours, headers });
  expect(changed).toMatchObject({ kind: "header", name: "x-api-key" });
  expect(JSON.stringify(changed) + (changed && differenceSentence(changed))).not.toMatch(/secret/);
  expect(changed?.ours).not.toBe(changed?.theirs);
  const [missing] = canonicalDifferences(ours, { ...ours, headers: headers.slice(0, 1) });
  expect(missing && differenceSentence(missing)).toMatch(/`x-api-key` differs: .*API Gateway computed none$/);
});

it("hides secrets of the query", () => {
  const query = "X-Amz-Security-Token=topsecret&a=1";
  const [difference] = canonicalDifferences({ ...ours, query }, ours);
  expect(difference?.kind).toBe("query");
  expect(JSON.stringify(difference)).not.toContain("topsecret");
});

it("lists several differences in the order of the lines", () => {
  const theirs = { ...ours, method: "POST", path: "/", payloadHash: "abc" };
  expect(canonicalDifferences(ours, theirs).map(({ kind }) => kind)).toEqual(["method", "path", "payload"]);
});

it("compares nothing that is hidden or unsigned", () => {
  const headers = [["host", "api.example.com"] as const, ["x-api-key", "[redacted 012345]"] as const];
  const hidden = { ...ours, headers, query: "a=%5Bredacted%20012345%5D", payloadHash: "UNSIGNED-PAYLOAD" };
  expect(canonicalDifferences(ours, hidden).map(({ kind }) => kind)).toEqual(["none"]);
});

it("says where only the encoding of a path differs", () => {
  const [difference] = canonicalDifferences({ ...ours, path: "/%25C3%25A4" }, { ...ours, path: "/%C3%A4" });
  expect(difference && differenceSentence(difference)).toMatch(/^the path is the same but encoded otherwise/);
});

it("suspects what the client may have formed otherwise", () => {
  expect(signerSuspects(ours)).toEqual([]);
  expect(signerSuspects({ ...ours, query: "X-Amz-Credential=a%2Fb&a=1" })).toEqual([]);
  const suspects = signerSuspects({ ...ours, path: "/%25C3", query: "a=%20", payloadHash: "abc" });
  expect(suspects).toEqual(["path", "query", "payload"]);
  expect(differenceSentence({ kind: "none", ours: null, theirs: null }, suspects)).toMatch(
    /the client encoded the path or encoded the query or hashed the body otherwise when it signed, or the secret key is wrong$/,
  );
});
