import type { Entry } from "../list/entries.ts";

/** A part of the session, without its end. Milliseconds since the epoch. */
export interface TimeRange {
  readonly from: number;
  readonly until: number;
}

/** Whether the request, or one that it stopped, began in the range; false where the time is unknown. */
export function beganIn({ row, stopped }: Entry, { from, until }: TimeRange): boolean {
  return [row, ...stopped].some(({ startedAt }) => startedAt !== null && startedAt >= from && startedAt < until);
}
