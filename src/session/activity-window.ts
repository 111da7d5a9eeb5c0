import type { Exchange } from "../exchange/exchange.ts";
import { memoizeWeak } from "./memoize-weak.ts";
import { Selection } from "./selection.ts";

/**
 * Milliseconds without any request to a host. Behind a pause like a night's, keys, stages and policies may have been
 * changed, so what worked on one side of it tells nothing about the other.
 */
const pause = 6 * 3_600_000;

/** What a host was asked in one sitting with the exchange: between the two, no pause is longer than six hours. */
export function activityWindow(exchange: Exchange, onHost: Selection): Selection {
  const { startedAt } = exchange;
  if (!startedAt.known) return onHost;
  return sittingsOf(onHost).findLast(({ from }) => from <= startedAt.value)?.members ?? onHost;
}

interface Sitting {
  readonly from: number;
  readonly members: Selection;
}

/** In order of time. A request without a time may belong to any of them. */
const sittingsOf = memoizeWeak((onHost: Selection): readonly Sitting[] => {
  const starts = onHost.members.flatMap(({ startedAt }) => (startedAt.known ? [startedAt.value] : []));
  const begins = starts.filter((start, place) => start - (starts[place - 1] ?? Number.NEGATIVE_INFINITY) > pause);
  if (begins.length < 2) return begins.map((from) => ({ from, members: onHost }));
  return begins.map((from, place) => {
    const until = begins[place + 1] ?? Number.POSITIVE_INFINITY;
    return { from, members: new Selection(onHost.members.filter((each) => isWithin(each, from, until))) };
  });
});

function isWithin({ startedAt }: Exchange, from: number, until: number): boolean {
  return !startedAt.known || (startedAt.value >= from && startedAt.value < until);
}
