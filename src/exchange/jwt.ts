import { firstToken } from "./compact-token.ts";
import { known, type Maybe, unknown } from "./known.ts";

/** The claims of a JSON Web Token that a refusal can turn on (RFC 7519; `token_use` and `client_id` as Cognito's). */
export interface Jwt {
  /** Seconds since the epoch, like the two that follow. */
  readonly expiresAt: number | null;
  readonly notBefore: number | null;
  readonly issuedAt: number | null;
  readonly issuer: string | null;
  readonly audience: readonly string[];
  readonly clientId: string | null;
  readonly scopes: readonly string[];
  readonly tokenUse: string | null;
}

/** API Gateway takes 10,240 bytes of headers, and a cookie or a query that is longer would not arrive either. */
const longest = 16_384;

/** The first JWT in `text`, as sent; null where there is none. */
export function tokenIn(text: string): string | null {
  return firstToken(text.slice(0, longest))?.text ?? null;
}

/**
 * Reads the claims of the first JWT in `text`, without checking its signature. Claims of another type than RFC 7519
 * gives them count as missing; a token whose claims cannot be read is unknown, with the reason.
 */
export function jwtIn(text: string): Maybe<Jwt> {
  if (!text.includes("eyJ")) return unknown("no JSON Web Token is visible");
  if (text.length > longest) return unknown("the token is longer than any that API Gateway takes");
  const token = firstToken(text);
  if (token === null) return unknown("no JSON Web Token is visible");
  const claims = claimsOf(token.claims);
  return claims === null ? unknown("the token's claims are not a JSON object") : known(jwtOf(claims));
}

interface Claims {
  readonly exp?: unknown;
  readonly nbf?: unknown;
  readonly iat?: unknown;
  readonly iss?: unknown;
  readonly aud?: unknown;
  readonly client_id?: unknown;
  readonly azp?: unknown;
  readonly scope?: unknown;
  readonly scp?: unknown;
  readonly token_use?: unknown;
}

const turning = ["exp", "nbf", "iat", "iss", "aud", "client_id", "azp", "scope", "scp", "token_use"] as const;

/** Of all claims of a token those that a refusal can turn on. */
export function turningClaims(claims: Claims): Claims {
  return Object.fromEntries(turning.filter((name) => Object.hasOwn(claims, name)).map((name) => [name, claims[name]]));
}

function claimsOf(payload: string): Claims | null {
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (each) =>
      each.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? claims : null;
  } catch {
    return null;
  }
}

function jwtOf(claims: Claims): Jwt {
  return {
    expiresAt: instantOf(claims.exp),
    notBefore: instantOf(claims.nbf),
    issuedAt: instantOf(claims.iat),
    issuer: textOf(claims.iss),
    audience: listOf(claims.aud, (one) => [one]),
    clientId: textOf(claims.client_id) ?? textOf(claims.azp),
    scopes: listOf(claims.scope ?? claims.scp, (all) => all.split(" ").filter(Boolean)),
    tokenUse: textOf(claims.token_use),
  };
}

function instantOf(claim: unknown): number | null {
  return typeof claim === "number" && Number.isFinite(claim) ? claim : null;
}

function textOf(claim: unknown): string | null {
  return typeof claim === "string" && claim !== "" ? claim : null;
}

function listOf(claim: unknown, split: (text: string) => readonly string[]): readonly string[] {
  if (Array.isArray(claim)) return claim.filter((each) => typeof each === "string");
  return typeof claim === "string" ? split(claim) : [];
}
