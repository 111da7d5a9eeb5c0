import type { Case } from "../../src/diagnosis/case.ts";
import { valueOr } from "../../src/exchange/known.ts";

/** When a refusal must have been logged; null where the capture shows no time of it. Milliseconds since the epoch. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** Room for a client's clock, and for log lines that are written late, in milliseconds. */
const margin = 2 * 60_000;

/** The last instant that the logs' services take: the end of the year 9999. */
const lastInstant = 253_402_300_799_000;

/** The minutes around the response by the server's clock, or around the request by the client's. */
export function timeWindow({ exchange }: Case): TimeWindow | null {
  const at = Math.round(valueOr(exchange.response.date, valueOr(exchange.startedAt, Number.NaN)));
  return at >= margin && at <= lastInstant - margin ? { from: at - margin, to: at + margin } : null;
}

/** An instant as AWS's runbooks take it: UTC, without fractions and zone. */
export function runbookTime(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}
