import { timeOfDay } from "../wording.ts";

/** Spans of time, in milliseconds. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/**
 * An instant by the user's clock, as exactly as it matters: with the day where `precision` is days, with thousandths
 * where it is less than a second.
 * @param precision milliseconds
 */
export function momentText(instant: number, precision: number): string {
  const date = new Date(instant);
  const dayText = date.toLocaleDateString("en", { day: "numeric", month: "short" });
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
