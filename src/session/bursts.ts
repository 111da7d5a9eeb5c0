import type { Exchange } from "../exchange/exchange.ts";
import { gotThrough, hasResponse } from "./request-outcome.ts";
import type { Selection } from "./selection.ts";

/**
 * AWS WAF's rate-based rules count the requests of five minutes unless they are set to one, two or ten.
 * Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html
 */
export const rateWindow = 300_000;

/** What a host was asked in the five minutes until it began to refuse. */
export interface Burst {
  readonly requests: number;
  readonly through: number;
}

/** Counts the requests before the run of refusals that `exchange` belongs to; null where nothing got through before. */
export function burstBefore(exchange: Exchange, onHost: Selection): Burst | null {
  const responded = onHost.that(hasResponse);
  const through = responded.that(gotThrough);
  const last = exchange.startedAt.known ? through.lastBefore(exchange.startedAt.value) : undefined;
  if (last === undefined || !last.startedAt.known) return null;
  const until = last.startedAt.value;
  const after = until - rateWindow;
  return { requests: responded.countBetween(after, until), through: through.countBetween(after, until) };
}
