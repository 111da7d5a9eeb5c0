import type { NameValue } from "../capture/entry.ts";

/** Headers in the order and spelling of the capture, with lookup that ignores case (RFC 9110, 5.1). */
export interface Headers {
  readonly all: readonly NameValue[];
  /** The first value of a header; undefined where it is not in the list. */
  get(name: string): string | undefined;
  /** Every value: gateways in a row can each add their `x-amzn-errortype`. */
  values(name: string): readonly string[];
  has(name: string): boolean;
  hasAny(names: readonly string[]): boolean;
}

/**
 * A list of headers to look things up in. Lists are short and sessions long, so that looking through one is better than
 * an index for each.
 */
export function headersOf(all: readonly NameValue[]): Headers {
  return new HeaderList(all);
}

class HeaderList implements Headers {
  readonly all: readonly NameValue[];

  constructor(all: readonly NameValue[]) {
    this.all = all;
  }

  get(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return this.all.find((header) => isNamed(header, wanted))?.value;
  }

  values(name: string): readonly string[] {
    const wanted = name.toLowerCase();
    return this.all.filter((header) => isNamed(header, wanted)).map(({ value }) => value);
  }

  has(name: string): boolean {
    const wanted = name.toLowerCase();
    return this.all.some((header) => isNamed(header, wanted));
  }

  hasAny(names: readonly string[]): boolean {
    return names.some((name) => this.has(name));
  }
}

function isNamed({ name }: NameValue, wanted: string): boolean {
  return name.length === wanted.length && (name === wanted || name.toLowerCase() === wanted);
}
