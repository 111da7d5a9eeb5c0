import type { Histogram, Row } from "../../src/worker/protocol.ts";
import { timeSpanAt } from "../../src/worker/time-spans.ts";
import type { TimeRange } from "./time-range.ts";

/** The narrowest that a bin may be, in pixels. */
const leastBinWidth = 5;

/** The session in parts of time. */
export interface Timeline {
  readonly bins: readonly Bin[];
  /** Ends of the bins, in milliseconds since the epoch: one more than bins. */
  readonly edges: readonly number[];
  /** Indexes of the bins that hold a long silence. */
  readonly silences: readonly number[];
}

/** One part of the session. */
export interface Bin {
  /** In order of arrival. */
  readonly refused: readonly Row[];
  /** How many requests were not refused. */
  readonly allowed: number;
}

/**
 * The session in as many bins as fit; null for a single instant, or where no request has a time.
 * @param width pixels
 */
export function timelineOf(refused: readonly Row[], allowed: Histogram, width: number): Timeline | null {
  const { edges, counts, silences } = allowed;
  if (counts.length === 0) return null;
  const size = binSize(counts.length, width);
  const bins = Array.from({ length: counts.length / size }, (_, index) => ({
    refused: [] as Row[],
    allowed: sum(counts.slice(index * size, (index + 1) * size)),
  }));
  const timeline = {
    bins,
    edges: edges.filter((_, index) => index % size === 0),
    silences: silences.map((part) => Math.floor(part / size)),
  };
  for (const row of refused) {
    if (row.startedAt !== null) bins[binAt(timeline, row.startedAt)]?.refused.push(row);
  }
  return timeline;
}

/** The number of histogram parts in a bin: as few as the width allows, and equal for all bins. */
function binSize(parts: number, width: number): number {
  const most = Math.max(1, width / leastBinWidth);
  const sizes = Array.from({ length: parts }, (_, index) => index + 1);
  return sizes.find((size) => parts % size === 0 && parts / size <= most) ?? parts;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** Index of the bin that contains an instant; the first or the last for an instant beyond the ends. */
export function binAt({ edges }: Timeline, instant: number): number {
  return timeSpanAt(edges, instant);
}

/** The instant in the middle of a bin. */
export function middleOf(timeline: Timeline, bin: number): number {
  return (edgeOf(timeline, bin) + edgeOf(timeline, bin + 1)) / 2;
}

/** The instant at a share of the timeline's width, 0 to 1. */
export function instantAt(timeline: Timeline, share: number): number {
  const place = Math.min(1, Math.max(0, share)) * timeline.bins.length;
  const bin = Math.floor(place);
  const from = edgeOf(timeline, bin);
  return from + (place - bin) * (edgeOf(timeline, bin + 1) - from);
}

/** The share of the timeline's width at which an instant lies. */
export function shareAt(timeline: Timeline, instant: number): number {
  const bin = binAt(timeline, instant);
  const from = edgeOf(timeline, bin);
  return (bin + (instant - from) / (edgeOf(timeline, bin + 1) - from)) / timeline.bins.length;
}

/** The range of whole bins between two instants, whichever comes first. */
export function rangeBetween(timeline: Timeline, one: number, other: number): TimeRange {
  const first = binAt(timeline, Math.min(one, other));
  const last = binAt(timeline, Math.max(one, other));
  return { from: edgeOf(timeline, first), until: edgeOf(timeline, last + 1) };
}

/** The bins that a range touches, ends included. A session that has grown since may have moved their edges. */
export function binsIn(
  timeline: Timeline,
  { from, until }: TimeRange,
): { readonly first: number; readonly last: number } {
  const first = binAt(timeline, from);
  const end = binAt(timeline, until);
  return { first, last: Math.max(first, edgeOf(timeline, end) < until ? end : end - 1) };
}

/** Returns the first or the last edge for an index beyond the ends. */
function edgeOf({ edges }: Timeline, index: number): number {
  return edges[Math.min(edges.length - 1, Math.max(0, index))] ?? 0;
}
