/** A JSON object whose fields nobody has checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object, or null where it is a list or a plain value. */
export function asFields(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A field of an object. Only own fields count, so that a file's `__proto__` or a polluted prototype adds nothing. */
export function field(fields: Fields | null, name: string): unknown {
  return fields !== null && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The value as text; empty where it is neither text nor a number. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
}

/** The value as text, or null where there is none worth having. */
export function textOrNull(value: unknown): string | null {
  const text = textOf(value).trim();
  return text === "" ? null : text;
}

/** A size or a duration. HAR writes -1 for "does not apply", which is as good as missing. */
export function amountOf(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && number >= 0 ? number : null;
}

/** The value as a finite number, written as one or as text. */
export function numberOf(value: unknown): number | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  if (typeof value === "string" && value.trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
