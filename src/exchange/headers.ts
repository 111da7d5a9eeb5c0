import type { NameValue } from "../har/entry.ts";

/** Headers in the order and spelling of the capture, with lookup that ignores case (RFC 9110, 5.1). */
export interface Headers {
  readonly all: readonly NameValue[];
  /** The first value of a header; undefined where it is not in the list. */
  get(name: string): string | undefined;
  /** Every value: gateways in a row can each add their `x-amzn-errortype`. */
  values(name: string): readonly string[];
  has(name: string): boolean;
}

/** Indexes a list of headers by lower-cased name. */
export function headersOf(all: readonly NameValue[]): Headers {
  const byName = new Map<string, string[]>();
  for (const { name, value } of all) {
    const key = name.toLowerCase();
    const values = byName.get(key);
    if (values) values.push(value);
    else byName.set(key, [value]);
  }
  return {
    all,
    get: (name) => byName.get(name.toLowerCase())?.[0],
    values: (name) => byName.get(name.toLowerCase()) ?? [],
    has: (name) => byName.has(name.toLowerCase()),
  };
}
