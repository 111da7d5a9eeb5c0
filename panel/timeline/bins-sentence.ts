import { groupBy } from "../../src/session/group-by.ts";
import type { Row } from "../../src/worker/protocol.ts";
import { rangeText } from "./moments.ts";
import { middleOf, rangeBetween, type Timeline } from "./timeline.ts";

/** How many causes a sentence names. */
const mostNamed = 3;

/**
 * "10:42:07 – 10:42:09: 3 refused: Stage `api` doesn't exist; 12 allowed", for bins from one to another, ends included.
 * Titles keep their backticks.
 */
export function binsSentence(timeline: Timeline, first: number, last: number): string {
  const bins = timeline.bins.slice(first, last + 1);
  const refused = bins.flatMap((bin) => bin.refused);
  const allowed = bins.reduce((sum, bin) => sum + bin.allowed, 0);
  const parts = [
    refused.length > 0 && `${refused.length.toLocaleString("en")} refused: ${causesOf(refused)}`,
    allowed > 0 && `${allowed.toLocaleString("en")} allowed`,
  ].filter(Boolean);
  const range = rangeBetween(timeline, middleOf(timeline, first), middleOf(timeline, last));
  return `${rangeText(range)}: ${parts.join("; ") || "nothing"}`;
}

function causesOf(refused: readonly Row[]): string {
  const byTitle = groupBy(refused, ({ verdict }) => verdict?.title ?? "");
  const titles = [...byTitle].toSorted((a, b) => b[1].length - a[1].length);
  const named = titles
    .slice(0, mostNamed)
    .map(([title, rows]) => (titles.length > 1 ? `${rows.length} × ${title}` : title));
  const rest = titles.length - named.length;
  return [...named, ...(rest > 0 ? [`${rest} more causes`] : [])].join(", ");
}
