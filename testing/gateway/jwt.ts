import { type KeyObject, sign, verify } from "node:crypto";
import type { JwtAuthorizer } from "./definition.ts";

export type JwtVerdict =
  | { readonly kind: "valid" }
  | { readonly kind: "invalid" | "insufficient-scope"; readonly challenge: string };

interface Claims {
  readonly iss?: unknown;
  readonly aud?: unknown;
  readonly client_id?: unknown;
  readonly exp?: unknown;
  readonly scope?: unknown;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html */
export function checkJwt(token: string, authorizer: JwtAuthorizer, scopes: readonly string[], now: Date): JwtVerdict {
  const claims = readVerified(token, authorizer.publicKey);
  const fault = claims ? faultOf(claims, authorizer, now) : "signature is invalid";
  if (!claims || fault !== undefined)
    return {
      kind: "invalid",
      challenge: `Bearer scope="${scopes.join(" ")}" error="invalid_token" error_description="${fault}"`,
    };
  const granted = typeof claims.scope === "string" ? claims.scope.split(" ") : [];
  // One of the route's scopes is enough.
  if (scopes.length === 0 || scopes.some((scope) => granted.includes(scope))) return { kind: "valid" };
  return {
    kind: "insufficient-scope",
    challenge: `Bearer scope="${scopes.join(" ")}" error="insufficient_scope" error_description="expected scopes: [${scopes.join(" ")}]"`,
  };
}

/** A token as an identity provider issues it. */
export function issueJwt(claims: Record<string, string | number>, privateKey: KeyObject): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
}

function readVerified(token: string, key: KeyObject): Claims | undefined {
  const [header, payload, signature] = token.split(".");
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  if (!verify("sha256", Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url")))
    return undefined;
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  return typeof claims === "object" && claims !== null ? claims : undefined;
}

function faultOf(claims: Claims, authorizer: JwtAuthorizer, now: Date): string | undefined {
  if (claims.iss !== authorizer.issuer) return "the token has an invalid issuer";
  if ((claims.aud ?? claims.client_id) !== authorizer.audience) return "the token does not have a valid audience";
  if (typeof claims.exp !== "number" || claims.exp * 1000 <= now.getTime()) return "the token has expired";
  return undefined;
}
