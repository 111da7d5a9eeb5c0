/** A JSON Web Token in compact form: header, claims and signature, joined by dots (RFC 7519, 3; RFC 7515, 7.1). */
export interface CompactToken {
  readonly text: string;
  /** The claims as they stand in the token, in base64url. */
  readonly claims: string;
}

/**
 * Runs of the characters that tokens are made of, none shorter than a token. A token is looked for in the parts of a run,
 * not by a pattern of its own, which would scan a long run again from each place at which a header could begin.
 */
export const tokenCharacters = /[\w.-]{14,}/g;

/** How a header begins: `{"` in base64url, and a little more. */
const headerStart = /\beyJ[\w-]{5}/;

const shortestClaims = 4;

/** A run of token characters with each token in it replaced. */
export function replaceTokens(run: string, replace: (token: string) => string): string {
  if (!run.includes("eyJ")) return run;
  const parts = run.split(".");
  const written: string[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? "";
    const token = tokenAt(parts, index);
    written.push(token === null ? part : `${beforeHeader(part)}${replace(token.text)}`);
    if (token !== null) index += 2;
  }
  return written.join(".");
}

/** The first token in a text; null where there is none. */
export function firstToken(text: string): CompactToken | null {
  for (const [run] of text.matchAll(tokenCharacters)) {
    const parts = run.split(".");
    for (const index of parts.keys()) {
      const token = tokenAt(parts, index);
      if (token !== null) return token;
    }
  }
  return null;
}

/** The token whose header ends this part; null where it is none, or claims and signature do not follow. */
function tokenAt(parts: readonly string[], index: number): CompactToken | null {
  const [part = "", claims, signature] = parts.slice(index, index + 3);
  const header = headerStart.exec(part);
  if (header === null || claims === undefined || signature === undefined) return null;
  if (claims.length < shortestClaims) return null;
  return { text: [part.slice(header.index), claims, signature].join("."), claims };
}

function beforeHeader(part: string): string {
  return part.slice(0, headerStart.exec(part)?.index);
}
