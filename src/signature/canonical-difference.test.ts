import { expect, it } from "vitest";
import { sha256Hex } from "../exchange/sha256.ts";
import type { CanonicalRequest } from "../exchange/sigv4/canonical-request.ts";
import { canonicalDifferences, differenceSentence } from "./canonical-difference.ts";

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
  ["method", { method: "POST" }, "the method changed on the way: sent `GET`, arrived `POST`"],
  ["path", { path: "/other" }, "the path changed on the way: sent `/prod/orders`, arrived `/other`"],
  [
    "path",
    { path: "/orders" },
    "the path changed on the way: sent `/prod/orders`, arrived `/orders` (without `/prod`)",
  ],
  [
    "path",
    { path: "/api/prod/orders" },
    "the path changed on the way: sent `/prod/orders`, arrived `/api/prod/orders` (with `/api` in front)",
  ],
  [
    "path-encoding",
    { path: "/prod/%6Frders" },
    "the path is the same but was encoded otherwise on the way: sent `/prod/orders`, arrived `/prod/%6Frders`",
  ],
  ["query", { query: "" }, "the query changed on the way: sent `a=1`, arrived an empty one"],
  [
    "query-encoding",
    { query: "a=%31" },
    "the query is the same but was encoded otherwise on the way: sent `a=1`, arrived `a=%31`",
  ],
  [
    "host",
    { headers: [host, key] },
    "the host changed on the way: sent `api.example.com`, arrived `other.example.com`",
  ],
  [
    "signed-headers",
    { signedHeaders: "host" },
    "the list of signed headers changed on the way: sent `host;x-api-key`, arrived `host`",
  ],
  [
    "payload",
    { payloadHash: "abc" },
    `the body changed on the way, by its hash: sent \`${sha256Hex("")}\`, arrived \`abc\``,
  ],
])("names a difference of kind %s", (kind, changed, sentence) => {
  const differences = canonicalDifferences(ours, { ...ours, ...changed });
  expect(differences.map((each) => each.kind)).toEqual([kind]);
  expect(differences.map(differenceSentence)).toEqual([sentence]);
});

it("finds no difference between equals", () => expect(canonicalDifferences(ours, { ...ours })).toEqual([]));

it("names a header that differs or is missing, without its secret", () => {
  const headers = [["host", "api.example.com"] as const, ["x-api-key", "anothersecret2"] as const];
  const [changed] = canonicalDifferences(ours, { ...ours, headers });
  expect(changed).toMatchObject({ kind: "header", name: "x-api-key" });
  expect(JSON.stringify(changed) + (changed && differenceSentence(changed))).not.toMatch(/secret/);
  expect(changed?.ours).not.toBe(changed?.theirs);
  const [missing] = canonicalDifferences(ours, { ...ours, headers: headers.slice(0, 1) });
  expect(missing && differenceSentence(missing)).toMatch(/`x-api-key` changed on the way: .*arrived none$/);
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
  expect(canonicalDifferences(ours, hidden)).toEqual([]);
});
