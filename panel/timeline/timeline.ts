import type { Histogram, Row } from "../../src/examiner/messages.ts";
import type { TimeRange } from "./time-range.ts";

/** The narrowest that a bin may be, in pixels. */
const leastBinWidth = 5;

/** The session in equal parts of time. */
export interface Timeline {
  /** When the first and the last request began; milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
  readonly bins: readonly Bin[];
}

/** One part of the session. */
export interface Bin {
  /** In order of arrival. */
  readonly refused: readonly Row[];
  /** How many requests were not refused. */
  readonly passed: number;
}

/**
 * The session in as many bins as there is room for; null where it is one instant, or nothing has a time.
 * @param width pixels
 */
export function timelineOf(refused: readonly Row[], passed: Histogram, width: number): Timeline | null {
  const { from, until, counts } = passed;
  if (until <= from) return null;
  const size = binSize(counts.length, width);
  const bins = Array.from({ length: counts.length / size }, (_, index) => ({
    refused: [] as Row[],
    passed: sum(counts.slice(index * size, (index + 1) * size)),
  }));
  const timeline = { from, until, bins };
  for (const row of refused) {
    if (row.startedAt !== null) bins[binAt(timeline, row.startedAt)]?.refused.push(row);
  }
  return timeline;
}

/** How many parts of the histogram make a bin: as few as the width allows, and so that all bins have the same. */
function binSize(parts: number, width: number): number {
  const most = Math.max(1, width / leastBinWidth);
  const sizes = Array.from({ length: parts }, (_, index) => index + 1);
  return sizes.find((size) => parts % size === 0 && parts / size <= most) ?? parts;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** Index of the bin that an instant falls into; the first or the last for one beyond the ends. */
export function binAt({ from, until, bins }: Timeline, instant: number): number {
  const index = Math.floor(((instant - from) * bins.length) / (until - from));
  return Math.min(bins.length - 1, Math.max(0, index));
}

/** The instant in the middle of a bin. */
export function middleOf(timeline: Timeline, bin: number): number {
  return edgeOf(timeline, bin + 0.5);
}

/** The instant at a share of the timeline's width, 0 to 1. */
export function instantAt({ from, until }: Timeline, share: number): number {
  return from + Math.min(1, Math.max(0, share)) * (until - from);
}

/** The range of whole bins between two instants, whichever comes first. The last bin ends after the last request. */
export function rangeBetween(timeline: Timeline, one: number, other: number): TimeRange {
  const first = binAt(timeline, Math.min(one, other));
  const last = binAt(timeline, Math.max(one, other));
  const until = last === timeline.bins.length - 1 ? timeline.until + 1 : edgeOf(timeline, last + 1);
  return { from: edgeOf(timeline, first), until };
}

/** The bins that a range covers, ends included. A session that has grown since may have moved their edges. */
export function binsIn(
  timeline: Timeline,
  { from, until }: TimeRange,
): { readonly first: number; readonly last: number } {
  const last = timeline.bins.length - 1;
  const edge = (instant: number) =>
    Math.round(((instant - timeline.from) * timeline.bins.length) / (timeline.until - timeline.from));
  const first = Math.min(last, Math.max(0, edge(from)));
  return { first, last: Math.min(last, Math.max(first, edge(until) - 1)) };
}

function edgeOf({ from, until, bins }: Timeline, edge: number): number {
  return from + (edge * (until - from)) / bins.length;
}
