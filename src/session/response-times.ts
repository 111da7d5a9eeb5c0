import { memoizeWeak } from "./memoize-weak.ts";
import type { Selection } from "./selection.ts";

/** How long the responses of a selection took to begin. */
export interface ResponseTimes {
  /** Milliseconds; half of the responses took longer. */
  readonly median: number;
  /** How many of them have a timing. */
  readonly count: number;
}

/** The median of the times to the first byte; null where no response has one. */
export const responseTimesOf = memoizeWeak(({ members }: Selection): ResponseTimes | null => {
  const waits = members.flatMap(({ ttfb: wait }) => (wait.known ? [wait.value] : [])).sort((a, b) => a - b);
  const median = waits[Math.floor(waits.length / 2)];
  return median === undefined ? null : { median, count: waits.length };
});
