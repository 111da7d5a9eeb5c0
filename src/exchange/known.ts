/**
 * A part of a request or response that a capture may have left out.
 * `Unknown` carries the reason, so that "not captured" is never read as "not sent".
 */
export interface Known<T> {
  readonly known: true;
  readonly value: T;
}

export interface Unknown {
  readonly known: false;
  readonly why: string;
}

export type Maybe<T> = Known<T> | Unknown;

/** Wraps a value that the capture really shows. */
export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/** Marks a part as left out; `why` is a phrase that can follow "not visible: ". */
export function unknown(why: string): Unknown {
  return { known: false, why };
}

/** The value, or `fallback` where it is not visible. */
export function valueOr<T, F>(maybe: Maybe<T>, fallback: F): T | F {
  return maybe.known ? maybe.value : fallback;
}
