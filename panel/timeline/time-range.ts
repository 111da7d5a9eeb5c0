import type { Entry } from "../list/entries.ts";

/** A part of the session: from an instant up to, and without, another. Milliseconds since the epoch. */
export interface TimeRange {
  readonly from: number;
  readonly until: number;
}

/** Whether the request or one that it stopped began in the range; of what has no time that is not known, so it did not. */
export function beganIn({ row, stopped }: Entry, { from, until }: TimeRange): boolean {
  return [row, ...stopped].some(({ startedAt }) => startedAt !== null && startedAt >= from && startedAt < until);
}
