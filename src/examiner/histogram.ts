import type { Exchange } from "../exchange/exchange.ts";
import type { Histogram } from "./messages.ts";

/** Equal parts of the recording's span of time; about as many as a timeline has room for. */
const parts = 240;

/**
 * Counts when requests began. The span is that of all exchanges; those that `isCounted` leaves out only stretch it.
 */
export function histogramOf(exchanges: readonly Exchange[], isCounted: (exchange: Exchange) => boolean): Histogram {
  const { from, until } = spanOf(exchanges);
  const counts = new Array<number>(parts).fill(0);
  for (const exchange of exchanges) {
    if (!exchange.startedAt.known || !isCounted(exchange)) continue;
    const part = partOf(exchange.startedAt.value, from, until);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return { from, until, counts };
}

function spanOf(exchanges: readonly Exchange[]): { from: number; until: number } {
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (const { startedAt } of exchanges) {
    if (!startedAt.known) continue;
    from = Math.min(from, startedAt.value);
    until = Math.max(until, startedAt.value);
  }
  return from > until ? { from: 0, until: 0 } : { from, until };
}

function partOf(instant: number, from: number, until: number): number {
  if (until === from) return 0;
  return Math.min(parts - 1, Math.floor(((instant - from) * parts) / (until - from)));
}
