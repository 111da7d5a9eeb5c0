import { timeOfDay } from "../wording.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How far the marks of the axis may lie apart, in milliseconds. */
const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 30, 90, 365].map((count) => count * day),
];

/** Pixels between two marks at least, and that the label of one takes. */
const leastGap = 110;
const labelWidth = 76;

export interface AxisMark {
  /** 0 to 1. */
  readonly share: number;
  readonly label: string;
}

/** A few round times, by the user's clock, that are far enough apart to be read. */
export function axisMarks(from: number, until: number, width: number): readonly AxisMark[] {
  const span = until - from;
  const step = steps.find((each) => (each / span) * width >= leastGap);
  if (step === undefined) return [];
  const ahead = new Date(from).getTimezoneOffset() * minute;
  const first = Math.ceil((from - ahead) / step) * step + ahead;
  const marks = Array.from({ length: Math.floor((until - first) / step) + 1 }, (_, index) => {
    const instant = first + index * step;
    return { share: (instant - from) / span, label: momentText(instant, step) };
  });
  return marks.filter(({ share }) => share * width <= width - labelWidth);
}

/**
 * An instant by the user's clock, as exactly as it matters: with the day where `precision` is days, with thousandths
 * where it is less than a second.
 * @param precision milliseconds
 */
export function momentText(instant: number, precision: number): string {
  const date = new Date(instant);
  const dayText = `${date.toLocaleDateString("en", { day: "numeric", month: "short" })}`;
  if (precision >= day) return dayText;
  if (precision >= hour) return `${dayText} ${timeOfDay(instant).slice(0, 5)}`;
  if (precision >= second) return timeOfDay(instant);
  return `${timeOfDay(instant)}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

/** Two instants with a dash between. */
export function rangeText({ from, until }: { readonly from: number; readonly until: number }): string {
  const precision = until - from;
  return `${momentText(from, precision)} – ${momentText(until, precision)}`;
}
