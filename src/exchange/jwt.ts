/** The claims of a JSON Web Token that a refusal can turn on (RFC 7519; `token_use` is Cognito's). */
export interface Jwt {
  /** Seconds since the epoch. */
  readonly expiresAt: number | null;
  readonly issuer: string | null;
  readonly scopes: readonly string[];
  readonly tokenUse: string | null;
}

const form = /\beyJ[\w-]{5,}\.([\w-]{4,})\.[\w-]*/;

/** Reads the claims of the first JWT in `text` without checking its signature; null where there is none. */
export function jwtIn(text: string): Jwt | null {
  const payload = form.exec(text)?.[1];
  const claims = payload === undefined ? null : claimsOf(payload);
  if (claims === null) return null;
  const { exp, iss, scope, scp, token_use: tokenUse } = claims;
  return {
    expiresAt: typeof exp === "number" ? exp : null,
    issuer: typeof iss === "string" ? iss : null,
    scopes: scopesOf(scope ?? scp),
    tokenUse: typeof tokenUse === "string" ? tokenUse : null,
  };
}

interface Claims {
  readonly exp?: unknown;
  readonly iss?: unknown;
  readonly scope?: unknown;
  readonly scp?: unknown;
  readonly token_use?: unknown;
}

function claimsOf(payload: string): Claims | null {
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof claims === "object" && claims !== null ? claims : null;
  } catch {
    return null;
  }
}

function scopesOf(scope: unknown): readonly string[] {
  if (Array.isArray(scope)) return scope.filter((each) => typeof each === "string");
  return typeof scope === "string" ? scope.split(" ").filter(Boolean) : [];
}
