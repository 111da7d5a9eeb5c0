import * as json from "./json-bytes.ts";
import { longStringEnd } from "./long-string.ts";

/** Takes the bytes of a value that is kept. */
export interface Sink {
  write(bytes: Uint8Array, from: number, to: number): void;
}

/**
 * A value that is read to its end without looking into it, in however many pieces it comes. Brackets are only counted:
 * what is kept is checked when it is parsed; what is skipped is never checked.
 */
export class ValueSkipper {
  #open = false;
  #kind: "nested" | "scalar" | "body" = "nested";
  #sink: Sink | null = null;
  #depth = 0;
  #inString = false;
  #brokenString = false;

  /** False when the value has ended. */
  get open(): boolean {
    return this.#open;
  }

  /** The value is complete if nothing follows: a number or a literal. */
  get mayEnd(): boolean {
    return this.#kind === "scalar";
  }

  get isBody(): boolean {
    return this.#kind === "body";
  }

  /** A string was ended by a raw line feed. */
  get brokenString(): boolean {
    return this.#brokenString;
  }

  /** Begins with the value's first byte, which comes with the next `read`. */
  begin(first: number, sink: Sink | null): void {
    const nests = first === json.openObject || first === json.openList || first === json.quote;
    this.#set(nests ? "nested" : "scalar", sink, 0);
  }

  /** Begins behind the quote of a string that is likely to be long; its quotes are not written. */
  beginBody(sink: Sink): void {
    this.#set("body", sink, 0);
  }

  /** Goes on to where `depth` brackets will have been closed. */
  beginInside(depth: number): void {
    this.#set("nested", null, depth);
  }

  /** Takes bytes that are known to be inside. */
  write(bytes: Uint8Array, from: number, to: number): void {
    if (from < to) this.#sink?.write(bytes, from, to);
  }

  /** Reads on from `at`; gives the place behind what was read, which may be one beyond the end (see `stringEnd`). */
  read(bytes: Uint8Array, at: number): number {
    if (this.#kind === "nested") return this.#readNested(bytes, at);
    return this.#kind === "body" ? this.#readBody(bytes, at) : this.#readScalar(bytes, at);
  }

  #set(kind: "nested" | "scalar" | "body", sink: Sink | null, depth: number): void {
    this.#open = true;
    this.#kind = kind;
    this.#sink = sink;
    this.#depth = depth;
    this.#inString = false;
    this.#brokenString = false;
  }

  #readNested(bytes: Uint8Array, from: number): number {
    let at = from;
    while (this.#open && at < bytes.length) {
      at = this.#inString ? this.#leaveString(bytes, at) : this.#nextBracket(bytes, at);
    }
    this.write(bytes, from, Math.min(at, bytes.length));
    return at;
  }

  #leaveString(bytes: Uint8Array, at: number): number {
    const end = json.stringEnd(bytes, at);
    if (end >= bytes.length) return end;
    this.#inString = false;
    this.#open = this.#depth > 0;
    if (bytes[end] === json.quote) return end + 1;
    this.#brokenString = true;
    return end;
  }

  #nextBracket(bytes: Uint8Array, at: number): number {
    const place = json.nextStructural(bytes, at);
    const byte = bytes[place];
    if (byte === undefined) return place;
    if (byte === json.quote) this.#inString = true;
    else this.#depth += byte === json.openObject || byte === json.openList ? 1 : -1;
    this.#open = this.#inString || this.#depth > 0;
    return place + 1;
  }

  #readScalar(bytes: Uint8Array, from: number): number {
    const end = json.scalarEnd(bytes, from);
    this.#open = end === bytes.length;
    this.write(bytes, from, end);
    return end;
  }

  #readBody(bytes: Uint8Array, from: number): number {
    const end = longStringEnd(bytes, from);
    this.#open = end >= bytes.length;
    this.write(bytes, from, Math.min(end, bytes.length));
    return this.#open ? end : end + 1;
  }
}
