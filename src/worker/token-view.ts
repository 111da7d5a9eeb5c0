import { readToken } from "../exchange/carried-token.ts";
import { inWords } from "../exchange/duration.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Jwt } from "../exchange/jwt.ts";
import { valueOr } from "../exchange/known.ts";
import { redactText } from "../privacy/redaction.ts";
import type { Fact, TokenInstant, TokenView } from "./protocol.ts";

/**
 * The claims of the request's token that a refusal can turn on, and its times against the server's clock; null where no
 * token can be read. The token itself, its signature and the claims about a person stay behind.
 */
export function tokenView(exchange: Exchange): TokenView | null {
  const token = readToken(exchange);
  if (!token.known) return null;
  const respondedAt = valueOr(exchange.response.date, null);
  return {
    facts: factsOf(token.value),
    instants: instantsOf(token.value, respondedAt),
    ...stateOf(token.value, respondedAt),
  };
}

function factsOf({ issuer, audience, clientId, scopes, tokenUse }: Jwt): readonly Fact[] {
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    ["iss", issuer],
    ["aud", audience.join(", ") || null],
    ["client_id", clientId],
    ["scope", scopes.join(" ") || null],
    ["token_use", tokenUse],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value: redactText(value) }]));
}

/** Milliseconds since the epoch that a Date can hold (ECMA-262, 21.4.1.1). A token may hold any number. */
const lastInstant = 8.64e15;

function instantsOf(token: Jwt, answeredAt: number | null): readonly TokenInstant[] {
  const seconds: readonly (readonly [claim: TokenInstant["what"], at: number | null])[] = [
    ["iat", token.issuedAt],
    ["nbf", token.notBefore],
    ["exp", token.expiresAt],
  ];
  const claimed = seconds.flatMap(([what, at]) => (at === null ? [] : [{ what, at: at * 1000 }]));
  const answered = answeredAt === null ? [] : [{ what: "response" as const, at: answeredAt }];
  return [...claimed, ...answered]
    .filter(({ at }) => Math.abs(at) <= lastInstant)
    .toSorted((one, other) => one.at - other.at);
}

function stateOf({ expiresAt, notBefore }: Jwt, answeredAt: number | null): Pick<TokenView, "isValid" | "says"> {
  if (answeredAt === null)
    return { isValid: null, says: "The response has no `Date`, so the times cannot be compared." };
  const [toExpiry, toStart] = [expiresAt, notBefore].map((at) => (at === null ? null : at * 1000 - answeredAt));
  if (typeof toExpiry === "number" && toExpiry <= 0) {
    return { isValid: false, says: `Expired ${inWords(toExpiry)} before the response.` };
  }
  if (typeof toStart === "number" && toStart > 0) {
    return { isValid: false, says: `Not valid until ${inWords(toStart)} after the response.` };
  }
  if (typeof toExpiry !== "number") return { isValid: null, says: "The token names no expiry." };
  return { isValid: true, says: `In time: it expires ${inWords(toExpiry)} after the response.` };
}
