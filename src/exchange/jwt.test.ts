import { describe, expect, it } from "vitest";
import { jwtIn, tokenIn } from "./jwt.ts";

function tokenOf(payload: string): string {
  const encode = (text: string) => Buffer.from(text).toString("base64url");
  return `${encode('{"alg":"RS256"}')}.${encode(payload)}.c2ln`;
}

function token(claims: object): string {
  return tokenOf(JSON.stringify(claims));
}

const nothing = {
  expiresAt: null,
  notBefore: null,
  issuedAt: null,
  issuer: null,
  audience: [],
  clientId: null,
  scopes: [],
  tokenUse: null,
};

describe("jwtIn", () => {
  it("reads the claims of a token anywhere in a text", () => {
    const claims = { exp: 3, nbf: 2, iat: 1, iss: "https://issuer.example", aud: "shop", client_id: "app" };
    const more = { scope: "a b", token_use: "access" };
    expect(jwtIn(`Bearer ${token({ ...claims, ...more })}`)).toEqual({
      known: true,
      value: {
        expiresAt: 3,
        notBefore: 2,
        issuedAt: 1,
        issuer: "https://issuer.example",
        audience: ["shop"],
        clientId: "app",
        scopes: ["a", "b"],
        tokenUse: "access",
      },
    });
  });

  it.each([
    [{ scp: ["x", 1] }, { scopes: ["x"] }],
    [{ scp: "x y" }, { scopes: ["x", "y"] }],
    [{ aud: ["a", "b"] }, { audience: ["a", "b"] }],
    [{ azp: "app" }, { clientId: "app" }],
    [{ iss: "https://bücher.example/" }, { issuer: "https://bücher.example/" }],
  ])("reads %j", (claims, expected) => expect(jwtIn(token(claims))).toMatchObject({ value: expected }));

  it("takes claims of other types for missing", () => {
    const claims = { exp: "soon", nbf: {}, iat: null, iss: 1, aud: 2, client_id: [], scope: 7, token_use: true };
    expect(jwtIn(token(claims))).toEqual({ known: true, value: nothing });
  });

  it("takes claims from the token alone", () => {
    expect(jwtIn(tokenOf('{"__proto__":{"exp":1,"scope":"admin"}}'))).toEqual({ known: true, value: nothing });
  });

  it.each([
    ["", "no JSON Web Token is visible"],
    ["Bearer opaque", "no JSON Web Token is visible"],
    ["eyJhbGciOi.bm90LWpzb24.x", "the token's claims are not a JSON object"],
    ["eyJhbGciOi.!!!!.x", "no JSON Web Token is visible"],
    [tokenOf("[1]"), "the token's claims are not a JSON object"],
    [tokenOf("null"), "the token's claims are not a JSON object"],
    [tokenOf("[".repeat(9000)), "the token's claims are not a JSON object"],
    [`${token({ exp: 1 })}${"x".repeat(20_000)}`, "the token is longer than any that API Gateway takes"],
  ])("says why it reads nothing in %.40s", (text, why) => expect(jwtIn(text)).toEqual({ known: false, why }));

  it.each([`eyJ${"a.".repeat(5_000_000)}`, "eyJ-".repeat(4_000), `eyJ${"a".repeat(16_000)}`])(
    "reads nothing in hostile text: %.20s",
    (text) => expect(jwtIn(text).known).toBe(false),
  );
});

it("finds the token in a text", () => {
  const one = token({ exp: 1 });
  expect(tokenIn(`a=b; id=${one}; c=d`)).toBe(one);
  expect(tokenIn("eyJpdiI6IngifQ==")).toBeNull();
});
