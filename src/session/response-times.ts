import { remembered } from "./memoize-weak.ts";
import type { Selection } from "./selection.ts";

/** How long the answers of a selection took to begin. */
export interface Waits {
  /** Milliseconds; half of the answers took longer. */
  readonly median: number;
  /** How many of them have a timing. */
  readonly count: number;
}

/** The median of the times to the first byte; null where no answer has one. */
export const waitsOf = remembered(({ members }: Selection): Waits | null => {
  const waits = members.flatMap(({ wait }) => (wait.known ? [wait.value] : [])).sort((a, b) => a - b);
  const median = waits[Math.floor(waits.length / 2)];
  return median === undefined ? null : { median, count: waits.length };
});
