import { textOf } from "./fields.ts";

const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,](\d+))?\s*(Z|[+-]\d{2}(?::?\d{2})?)$/i;
const httpDate = /^[a-z]{3}, \d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/i;

/** Below this a number can only be seconds: as milliseconds it would lie before 1973, long before HTTP. */
const firstPlausibleMillisecond = 1e11;

/**
 * An instant in milliseconds since the epoch. Takes ISO 8601 with any number of fraction digits (Fiddler writes seven)
 * and any zone, HTTP dates and epoch numbers. A time without a zone is no instant: null.
 */
export function readDate(value: unknown): number | null {
  if (typeof value === "number") return readEpoch(value);
  const text = textOf(value).trim();
  const parts = iso.exec(text);
  if (parts === null) return httpDate.test(text) ? finite(Date.parse(text)) : null;
  const [, day, minutes, seconds = ":00", fraction = "", zone = "Z"] = parts;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  return finite(Date.parse(`${day}T${minutes}${seconds}.${milliseconds}${isoZone(zone)}`));
}

function readEpoch(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0) return null;
  return value < firstPlausibleMillisecond ? value * 1000 : value;
}

function isoZone(zone: string): string {
  if (zone.toUpperCase() === "Z") return "Z";
  const minutes = zone.slice(3).replace(":", "");
  return `${zone.slice(0, 3)}:${minutes === "" ? "00" : minutes}`;
}

function finite(instant: number): number | null {
  return Number.isNaN(instant) ? null : instant;
}
