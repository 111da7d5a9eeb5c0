import { timeOfDay } from "../elements/wording.ts";

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
  if (precision >= day) return dayText(instant);
  if (precision >= hour) return `${dayText(instant)} ${timeOfDay(instant).slice(0, 5)}`;
  if (precision >= second) return timeOfDay(instant);
  return `${timeOfDay(instant)}.${String(new Date(instant).getMilliseconds()).padStart(3, "0")}`;
}

function dayText(instant: number): string {
  return new Date(instant).toLocaleDateString("en", { day: "numeric", month: "short" });
}

/** Two instants with a dash between. */
export function rangeText({ from, until }: { readonly from: number; readonly until: number }): string {
  const precision = until - from;
  return `${momentText(from, precision)} – ${momentText(until, precision)}`;
}
