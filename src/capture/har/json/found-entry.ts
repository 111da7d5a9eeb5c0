import type { Body } from "./body.ts";

/** Where bytes stop being JSON, and what should have stood there. Offsets count bytes from the start of the file. */
export interface Flaw {
  readonly at: number;
  readonly expected: string;
}

/** What is read of an entry; in the place of its body stands a number. */
export interface Kept {
  /** As `JSON.parse` gives it; null where it is no JSON. */
  value(): { readonly value: unknown } | null;
  /** The body with this number; null where it is not that which counts. */
  body(number: number): Body | null;
}

/** An element of a list of entries, from `start` up to `end`. */
export interface FoundEntry {
  readonly start: number;
  readonly end: number;
  /** It is written anew for the next one. */
  readonly kept: Kept;
  /** Where it was seen to be no JSON. What is passed over is not checked. */
  readonly flaw: Flaw | null;
  /** Members that are too long to be kept. */
  readonly leftOut: readonly string[];
}
