import type { Exchange } from "../../exchange/exchange.ts";
import { valueOr } from "../../exchange/known.ts";
import { decoded } from "../../exchange/target.ts";
import type { Clue } from "../rule.ts";
import { cannotTell, clue, no, quote, yes } from "./answer.ts";

/** How the refused request is compared with the others of its host. */

export const alone = "the capture has no other request to this host";

interface Comparison {
  /** Whether a sibling shows it; `exchange` is the refused request. */
  readonly shows: (sibling: Exchange, exchange: Exchange) => boolean;
  /** The sentence for the first sibling that does. */
  readonly yes: (sibling: Exchange, exchange: Exchange) => string;
  /** The sentence where none does. */
  readonly no: string;
  /** What cannot be told where the host has no other request; left out where that too is a no. */
  readonly unseen?: string;
}

/** A clue that holds as soon as one other request to the same host shows it. */
export function compare(id: string, { shows, yes: holds, no: doesNot, unseen }: Comparison): Clue {
  return clue(id, ({ exchange, siblings }) => {
    const found = siblings.find((each) => shows(each, exchange));
    if (found !== undefined) return yes(holds(found, exchange));
    return siblings.length === 0 && unseen !== undefined ? cannotTell(unseen, alone) : no(doesNot);
  });
}

/** "`GET /prod/orders` was answered 200": the words in which a sibling is quoted. */
export function quoted({ request, response }: Exchange): string {
  return `${quote(`${request.method} ${request.target.path}`)} was answered ${response.status}`;
}

export function firstSegment({ request }: Exchange): string {
  return decoded(request.target.segments[0] ?? "");
}

/** A redirect from http to https says nothing about the route, so the scheme counts. */
export function samePath(a: Exchange, b: Exchange): boolean {
  const [first, second] = [a.request.target, b.request.target];
  return first.path === second.path && first.scheme === second.scheme;
}

export function sameVerb(a: Exchange, b: Exchange): boolean {
  return a.request.method === b.request.method;
}

export function sameRoute(a: Exchange, b: Exchange): boolean {
  return samePath(a, b) && sameVerb(a, b);
}

export function carriesSignature({ request }: Exchange): boolean {
  return request.headers.has("x-amz-date") || /AWS4-HMAC-SHA256/.test(valueOr(request.authorization, "") ?? "");
}
