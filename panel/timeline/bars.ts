import { groupBy } from "../../src/session/group-by.ts";
import type { Row, Verdict } from "../../src/worker/protocol.ts";
import type { Bin, Timeline } from "./timeline.ts";

/** Pixels that bars have above the line for refused requests, and below it for allowed ones. */
export const roomAbove = 20;
export const roomBelow = 7;

/** The lowest bars, in pixels, so that a single request is seen beside hundreds. */
const leastAbove = 4;
const leastBelow = 2;

/** Share of a bin's width that its bar takes. */
const barWidth = 0.7;

/** Shapes for an SVG that is as wide as there are bins, and `roomAbove + roomBelow` pixels high. */
export interface Bars {
  readonly silences: string;
  readonly allowed: string;
  /** Bars of each cause, stacked: the most frequent at the bottom. */
  readonly causes: readonly CauseBars[];
}

interface CauseBars {
  readonly verdict: Verdict;
  readonly path: string;
}

/** Draws what was refused above a line and what was allowed below it, so that the two differ without colour. */
export function barsOf({ bins, silences }: Timeline): Bars {
  const mostAllowed = Math.max(...bins.map(({ allowed }) => allowed));
  const mostRefused = Math.max(...bins.map(({ refused }) => refused.length));
  const allowed = bins.map((bin, index) =>
    bin.allowed === 0 ? "" : bar(index, roomAbove, height(bin.allowed, mostAllowed, roomBelow, leastBelow)),
  );
  const gaps = silences.map((index) => bar(index, 0, roomAbove + roomBelow));
  return { silences: gaps.join(""), allowed: allowed.join(""), causes: stacks(bins, mostRefused) };
}

function stacks(bins: readonly Bin[], most: number): readonly CauseBars[] {
  const all = [
    ...groupBy(
      bins.flatMap(({ refused }) => refused),
      causeOf,
    ).values(),
  ];
  const byFrequency = all.toSorted((a, b) => b.length - a.length).flatMap(([row]) => row?.verdict ?? []);
  const filled = bins.map(({ refused }) => {
    const unit = height(refused.length, most, roomAbove, leastAbove) / refused.length;
    return { counts: groupBy(refused, causeOf), unit, top: roomAbove };
  });
  return byFrequency.map((verdict) => {
    const path = filled.map((bin, index) => {
      const count = bin.counts.get(verdict.cause)?.length ?? 0;
      if (count === 0) return "";
      const high = count * bin.unit;
      // A gap parts it from the cause below, which may have the same colour.
      const gap = bin.top < roomAbove ? Math.min(1, high / 2) : 0;
      bin.top -= high;
      return bar(index, bin.top, high - gap);
    });
    return { verdict, path: path.join("") };
  });
}

function causeOf({ verdict }: Row): string | undefined {
  return verdict?.cause;
}

/** Grows with the square root, so that small counts stay visible beside large ones. */
function height(count: number, most: number, room: number, least: number): number {
  return Math.max(least, room * Math.sqrt(count / most));
}

function bar(index: number, top: number, high: number): string {
  return `M${index + (1 - barWidth) / 2} ${round(top)}h${barWidth}v${round(high)}h-${barWidth}z`;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
