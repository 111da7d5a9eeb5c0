import { expect, it } from "vitest";
import { jwtIn } from "./jwt.ts";

function token(claims: object): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${encode({ alg: "RS256" })}.${encode(claims)}.c2ln`;
}

it("reads the claims of a token anywhere in a text", () => {
  const claims = { exp: 1_700_000_000, iss: "https://issuer.example", scope: "a b", token_use: "access" };
  expect(jwtIn(`Bearer ${token(claims)}`)).toEqual({
    expiresAt: 1_700_000_000,
    issuer: "https://issuer.example",
    scopes: ["a", "b"],
    tokenUse: "access",
  });
});

it("takes claims of other types for missing", () => {
  expect(jwtIn(token({ exp: "soon", scope: 7, scp: ["x", 1] }))).toMatchObject({ expiresAt: null, scopes: [] });
  expect(jwtIn(token({ scp: ["x", 1] }))?.scopes).toEqual(["x"]);
});

it.each(["", "Bearer opaque", "eyJhbGciOi.bm90LWpzb24.x"])("finds none in %j", (text) => {
  expect(jwtIn(text)).toBeNull();
});
