import { cannotTell, clue, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { type Phrase, phrase, quotedFrom, stated } from "../../src/diagnosis/quote.ts";
import type { Clue } from "../../src/diagnosis/rule.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import type { Others } from "../../src/session/others.ts";
import { signature } from "../../src/session/properties.ts";

/** How the refused request is compared with the others of its host. */

export const alone = "no other request to this host was recorded about that time";

interface Comparison extends Pick<Clue, "id" | "holds" | "fails"> {
  /** The first of the others that shows it; `exchange` is the refused request. */
  readonly finds: (siblings: Others, exchange: Exchange) => Exchange | undefined;
  /** The id of the fact, where several clues observe the same. */
  readonly fact?: string;
  /** The sentence for the one that was found. */
  readonly yes: (sibling: Exchange, exchange: Exchange, siblings: Others) => Phrase;
  /** The sentence where none shows it. */
  readonly no: string;
  /** What cannot be told where the host has no other request; left out where that too is a no. */
  readonly unseen?: string;
  /** Why this capture cannot show it at all; null or left out where it can. */
  readonly hidden?: (exchange: Exchange) => { readonly what: string; readonly why: string } | null;
}

/** A clue that holds as soon as one other request to the same host shows it. */
export function compare({ finds, fact: id, yes: found, no: notFound, unseen, hidden, ...named }: Comparison): Clue {
  return clue({
    ...named,
    compares: true,
    ask: ({ exchange, siblings }) => {
      const other = finds(siblings, exchange);
      if (other !== undefined) return fact(id ?? named.id, yes(found(other, exchange, siblings), other));
      const why = hidden?.(exchange) ?? null;
      if (why !== null) return cannotTell(why.what, why.why);
      return unseen !== undefined && siblings.first() === undefined ? cannotTell(unseen, alone) : no(notFound);
    },
  });
}

/** "`GET /prod/orders` returned 200 at 10:42:07 UTC": the words in which a sibling is quoted. */
export function quoted({ request, response, startedAt }: Exchange): Phrase {
  const asked = quotedFrom("other-request", `${request.method} ${request.target.path}`);
  const returned = phrase`${asked} returned ${stated("other-request", response.status, "status")}`;
  if (!startedAt.known) return returned;
  return phrase`${returned} at ${stated("other-request", timeOf(startedAt.value), "time")}`;
}

/** A text of the request that the evidence names. */
export function ofOther(text: string, name?: string): Phrase {
  return quotedFrom("other-request", text, name === undefined ? {} : { name });
}

/** The host of the request that the evidence names. */
export function otherHost({ host }: Exchange): Phrase {
  return ofOther(host.hostname, "host");
}

/** The time of day as server logs have it; the capture keeps no time zone. */
export function timeOf(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? "an unknown time" : `${date.toISOString().slice(11, 19)} UTC`;
}

/** An export that removes Authorization leaves `x-amz-date` in. */
export function isSignedRequest(exchange: Exchange): boolean {
  return exchange.request.headers.has("x-amz-date") || signature(exchange) !== null;
}
