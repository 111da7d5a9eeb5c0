import { expect, test } from "vitest";
import { jwtIn } from "../exchange/jwt.ts";
import { valueOr } from "../exchange/known.ts";
import { Pseudonymizer } from "./pseudonymizer.ts";

const standIns = new Pseudonymizer();

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

const claims = { sub: "ada@example.com", exp: 1_772_443_800, iss: "https://issuer.example.com", scope: "a b" };
const token = `${part({ alg: "RS256", kid: "1" })}.${part(claims)}.c2lnbmF0dXJlc2lnbmF0dXJl`;

test("a token keeps the claims that a refusal can turn on, and no other", () => {
  const made = standIns.for(token);
  expect(jwtIn(made)).toEqual(jwtIn(token));
  expect(valueOr(jwtIn(made), null)?.expiresAt).toBe(claims.exp);
  expect(Buffer.from(made.split(".")[1] ?? "", "base64url").toString()).not.toContain("ada");
  expect(made).not.toContain("c2lnbmF0dXJl");
});

test("a credential keeps its scope, and an access key id its prefix", () => {
  const signature = "0123456789abcdef".repeat(4);
  const scope = "20260302/eu-west-1/execute-api/aws4_request";
  const made = standIns.for(`Credential=ASIAIOSFODNN7EXAMPLE/${scope}, SignedHeaders=host, Signature=${signature}`);
  expect(made).toMatch(
    new RegExp(`^Credential=ASIA[A-Z0-9]{16}/${scope}, SignedHeaders=host, Signature=[0-9a-f]{64}$`),
  );
  expect(made).not.toContain("IOSFODNN");
  expect(made).not.toContain(signature);
});

test("a long secret keeps its kinds of characters, a short one not even its length", () => {
  expect(standIns.for("Abcdefgh-12345678+x")).toMatch(/^[A-Z][a-z]{7}-\d{8}\+[a-z]$/);
  expect(standIns.for("1234")).toMatch(/^redacted-\d{8}$/);
});

test("a key that was cut off stays the beginning of the whole one", () => {
  const key = "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE";
  expect(standIns.for(key).startsWith(standIns.for(key.slice(0, -6)))).toBe(true);
});

test.each(["undefined", "null", "[redacted]", "***"])("%s is no secret", (text) => {
  expect(standIns.for(text)).toBe(text);
});
