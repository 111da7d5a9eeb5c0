import type { Exchange } from "../exchange/exchange.ts";
import type { Histogram } from "./protocol.ts";
import { timeSpanAt, timeSpansOf } from "./time-spans.ts";

/**
 * Counts when requests began. The parts are those of all exchanges; those that `isCounted` leaves out only make them.
 */
export function histogramOf(exchanges: readonly Exchange[], isCounted: (exchange: Exchange) => boolean): Histogram {
  const starts = exchanges.flatMap(({ startedAt }) => (startedAt.known ? startedAt.value : []));
  const { edges, silences } = timeSpansOf(starts.toSorted((a, b) => a - b));
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0);
  for (const exchange of exchanges) {
    if (!exchange.startedAt.known || !isCounted(exchange) || counts.length === 0) continue;
    const part = timeSpanAt(edges, exchange.startedAt.value);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return { edges, counts, silences };
}
