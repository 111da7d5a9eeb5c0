import type { Exchange } from "../exchange/exchange.ts";
import { memoizeWeak } from "./memoize-weak.ts";
import { schemeAndPath, verb } from "./properties.ts";
import { gotThrough, hasResponse } from "./request-outcome.ts";
import type { Selection } from "./selection.ts";

/** The moment since which a host refuses everything, what worked before included. */
export interface Onset {
  /** The last that got through. */
  readonly last: Exchange;
  /** All that came after it, in order of time. */
  readonly refused: ReadonlySet<Exchange>;
  /** How many got through until then. */
  readonly before: number;
}

/** A single refusal after a success may concern that route alone. */
const fewest = 2;

/**
 * Finds the onset in what a host returned; null where something still gets through, or where none of the routes that
 * are refused now was let through before.
 */
export const onsetOf = memoizeWeak((onHost: Selection): Onset | null => {
  const responded = onHost.that(hasResponse, isTimed).members;
  const place = responded.findLastIndex(gotThrough);
  const last = responded[place];
  const refused = responded.slice(place + 1);
  const through = responded.slice(0, place + 1).filter(gotThrough);
  if (last === undefined || refused.length < fewest || through.length < fewest) return null;
  const worked = new Set(through.map(route));
  return refused.some((each) => worked.has(route(each)))
    ? { last, refused: new Set(refused), before: through.length }
    : null;
});

function isTimed({ startedAt }: Exchange): boolean {
  return startedAt.known;
}

function route(exchange: Exchange): string {
  return `${verb(exchange)} ${schemeAndPath(exchange)}`;
}
