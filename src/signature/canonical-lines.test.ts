import { expect, test } from "vitest";
import type { CanonicalRequest } from "../exchange/sigv4/canonical-request.ts";
import { canonicalLines } from "./canonical-lines.ts";

const sent: CanonicalRequest = {
  method: "GET",
  path: "/prod/orders",
  query: "page=2&token=of-the-user",
  headers: [
    ["host", "api.example.com"],
    ["x-amz-date", "20260302T093000Z"],
    ["x-amz-security-token", "session-token-of-the-user"],
  ],
  signedHeaders: "host;x-amz-date;x-amz-security-token",
  payloadHash: "0".repeat(64),
};
const arrived: CanonicalRequest = {
  ...sent,
  path: "/orders",
  headers: [["host", "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com"], ...sent.headers.slice(1)],
};

test("the lines that differ are told, and both sides shown", () => {
  const differing = canonicalLines(sent, arrived).filter(({ differs }) => differs);
  expect(differing).toEqual([
    { name: "path", ours: "/prod/orders", theirs: "/orders", differs: true },
    { name: "host:", ours: "api.example.com", theirs: arrived.headers[0]?.[1], differs: true },
  ]);
});

test("one side alone differs in nothing", () => {
  const lines = canonicalLines(sent, null);
  expect(lines.some(({ differs }) => differs)).toBe(false);
  expect(lines.every(({ theirs }) => theirs === null)).toBe(true);
});

test("no secret is shown on either side", () => {
  expect(JSON.stringify(canonicalLines(sent, arrived))).not.toContain("of-the-user");
});
