import type { NameValue } from "../entry.ts";
import { asFields, field, textOf } from "./fields.ts";

/** Headers that could be read, and what is wrong with the list, if anything. */
export interface ReadHeaders {
  readonly headers: readonly NameValue[];
  readonly problem: string | null;
}

/** Reads a header list as HAR has it, as `[name, value]` pairs, or as one object. */
export function readHeaders(value: unknown): ReadHeaders {
  if (value === undefined || value === null) return { headers: [], problem: "are missing" };
  const items = Array.isArray(value) ? value.map(readItem) : readObject(value);
  if (items === null) return { headers: [], problem: "are neither a list nor an object" };
  const headers = items.filter((item) => item !== null);
  const dropped = items.length - headers.length;
  return { headers, problem: dropped === 0 ? null : `hold ${dropped} without a name, left out` };
}

function readItem(item: unknown): NameValue | null {
  if (Array.isArray(item)) return named(item[0], item[1]);
  const fields = asFields(item);
  return named(field(fields, "name"), field(fields, "value"));
}

function readObject(value: unknown): (NameValue | null)[] | null {
  const fields = asFields(value);
  if (fields === null) return null;
  return Object.entries(fields).flatMap(([name, values]) =>
    Array.isArray(values) ? values.map((each) => named(name, each)) : [named(name, values)],
  );
}

function named(name: unknown, value: unknown): NameValue | null {
  const text = textOf(name).trim();
  return text === "" ? null : { name: text, value: textOf(value) };
}
