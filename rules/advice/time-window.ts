import type { Case } from "../../src/diagnosis/case.ts";
import { valueOr } from "../../src/exchange/known.ts";

/** The period in which a log must hold the refused request, in milliseconds since the epoch. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** Room for a wrong client's clock and for late log lines, in milliseconds. */
const margin = 2 * 60_000;

/** The last instant that the log services take: the end of the year 9999. */
const lastInstant = 253_402_300_799_000;

/** The minutes around the response by the server's clock, else around the request; null if neither is known. */
export function timeWindow({ exchange }: Case): TimeWindow | null {
  const at = Math.round(valueOr(exchange.response.date, valueOr(exchange.startedAt, Number.NaN)));
  return at >= margin && at <= lastInstant - margin ? { from: at - margin, to: at + margin } : null;
}

/** Formats an instant for AWS's runbooks: UTC, without fractions and zone. */
export function runbookTime(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}
