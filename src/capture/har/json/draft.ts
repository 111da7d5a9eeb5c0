import { Body } from "./body.ts";
import type { Kept } from "./found-entry.ts";

/** Most bytes that are kept of one entry without its body. Real ones stay far below. */
const most = 4 * 1024 * 1024;

/**
 * The kept part of a value as JSON, written while the file passes by. A body stands aside, because whether it is
 * needed is known only when the whole entry was seen; in the JSON stands its number in its place. Where an object has a
 * member twice the last one counts, so that the body opened last is the only one that can be asked for.
 */
export class Draft implements Kept {
  #bytes = new Uint8Array(16 * 1024);
  #length = 0;
  #body: Body | null = null;
  #bodies = 0;
  #overflows = false;

  /** A value was too long to be written since `cutTo` or `clear`. */
  get overflows(): boolean {
    return this.#overflows;
  }

  get length(): number {
    return this.#length;
  }

  /** Writes a value, or marks the draft as overflowing where it would become too long. */
  write(source: Uint8Array, from: number, to: number): void {
    if (this.#length + to - from > most) this.#overflows = true;
    else this.put(source, from, to);
  }

  /** Writes what is short and has to be there. */
  put(source: Uint8Array, from = 0, to = source.length): void {
    const length = this.#length + to - from;
    if (length > this.#bytes.length) this.#grow(length);
    // Copying a few bytes one by one is faster than making a view of them.
    if (to - from > 32) this.#bytes.set(source.subarray(from, to), this.#length);
    else for (let at = from; at < to; at++) this.#bytes[this.#length + at - from] = source[at] ?? 0;
    this.#length = length;
  }

  /** Takes back everything behind the first `length` bytes. */
  cutTo(length: number): void {
    this.#length = length;
    this.#overflows = false;
  }

  clear(): void {
    this.cutTo(0);
    this.#body = null;
    this.#bodies = 0;
  }

  /** Begins a body and writes its number. */
  openBody(): Body {
    this.put(digits.encode(String(this.#bodies++)));
    this.#body = new Body();
    return this.#body;
  }

  /** The body with this number, where it was the last. */
  body(number: number): Body | null {
    return number === this.#bodies - 1 ? this.#body : null;
  }

  /** To be called before the bytes that were handed in are written over. */
  secure(): void {
    this.#body?.secure();
  }

  /** The draft as text, or a part of it by its bytes; what is no UTF-8 becomes U+FFFD. */
  text(from = 0, to = this.#length): string {
    return decoder.decode(this.#bytes.subarray(from, to));
  }

  /** What the draft is from the byte `from` on; null where that is no JSON. */
  value(from = 0): { readonly value: unknown } | null {
    try {
      return { value: JSON.parse(this.text(from)) };
    } catch {
      return null;
    }
  }

  #grow(length: number): void {
    const bytes = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }
}

const digits = new TextEncoder();

/** A byte order mark inside a file is a character like others. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
