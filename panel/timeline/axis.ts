import { day, hour, minute, momentText, second } from "./moments.ts";
import { shareAt, type Timeline } from "./timeline.ts";

/** Possible distances between two marks, in milliseconds. */
const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 30, 90, 365].map((count) => count * day),
];

/** Least distance between two marks, and width of a label, in pixels. */
const leastGap = 110;
const labelWidth = 80;

export interface AxisMark {
  /** Share of the timeline's width, 0 to 1. */
  readonly share: number;
  readonly label: string;
}

/**
 * A few round times, by the user's clock, that are far enough apart to be read. After a long silence, the first is the
 * instant at which it ended, with its day.
 * @param width pixels
 */
export function axisMarks(timeline: Timeline, width: number): readonly AxisMark[] {
  const { bins, edges, silences } = timeline;
  const beginnings = [0, ...silences.map((bin) => bin + 1)];
  const marks = beginnings.flatMap((first, index) => {
    const end = silences[index] ?? bins.length;
    const from = edges[first] ?? 0;
    const round = roundMarks(timeline, from, edges[end] ?? from, (width * (end - first)) / bins.length);
    return silences.length === 0 ? round : [{ share: first / bins.length, label: momentText(from, hour) }, ...round];
  });
  return apart(marks, width);
}

function roundMarks(timeline: Timeline, from: number, until: number, width: number): readonly AxisMark[] {
  const step = steps.find((each) => (each / (until - from)) * width >= leastGap);
  if (step === undefined) return [];
  const ahead = new Date(from).getTimezoneOffset() * minute;
  const first = Math.ceil((from - ahead) / step) * step + ahead;
  return Array.from({ length: Math.max(0, Math.ceil((until - first) / step)) }, (_, index) => {
    const instant = first + index * step;
    return { share: shareAt(timeline, instant), label: momentText(instant, step) };
  });
}

/** The marks that fit between the one before and the end of the strip. */
function apart(marks: readonly AxisMark[], width: number): readonly AxisMark[] {
  let free = 0;
  return marks.filter(({ share }) => {
    const at = share * width;
    if (at < free || at > width - labelWidth) return false;
    free = at + labelWidth;
    return true;
  });
}
