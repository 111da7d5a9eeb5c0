import * as json from "./json-bytes.ts";
import { asciiText, ShortTexts, spells } from "./short-texts.ts";

/** Thrown where what follows is not plain: it goes on in the next piece, is no JSON, or is so rare that the scanner reads it. */
export const notPlain = new Error("Not plain");

/** Objects and lists inside each other; deeper ones are left to `JSON.parse`, which knows how to stop. */
const deepest = 32;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** JSON values read straight from the bytes of a piece, one behind the other. */
export class PlainValues {
  readonly #texts = new ShortTexts(asciiText);
  readonly #written = new ShortTexts(written);
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;

  /** Goes to a place in a piece. */
  begin(bytes: Uint8Array, at: number): void {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Where the next byte stands that was not read. */
  get at(): number {
    return this.#at;
  }

  /** Goes on at a place further behind. */
  skipTo(at: number): void {
    this.#at = at;
  }

  /** The next byte that is no white space, which stays to be read. */
  peek(): number {
    this.#at = json.skipSpace(this.#bytes, this.#at);
    return this.#bytes[this.#at] ?? fail();
  }

  /** Passes over one byte. */
  expect(byte: number): void {
    if (this.peek() !== byte) fail();
    this.#at++;
  }

  /** Behind a member or an element: true where another follows, false behind the bracket that closes. */
  another(close: number): boolean {
    const byte = this.peek();
    this.#at++;
    if (byte === json.comma) return true;
    return byte === close ? false : fail();
  }

  /** Opens an object or a list, whose bracket was seen; false where it is empty and closed again. */
  opened(close: number): boolean {
    this.#at++;
    if (this.peek() !== close) return true;
    this.#at++;
    return false;
  }

  /** Passes over a member's name of plain characters and gives where it begins; it ends before the quote read last. */
  name(): number {
    this.expect(json.quote);
    const from = this.#at;
    const end = json.plainEnd(this.#bytes, from);
    if (this.#bytes[end] !== json.quote) fail();
    this.#at = end + 1;
    return from;
  }

  /** Passes over a value without looking into it, as `Passing` does. */
  pass(): void {
    const byte = this.peek();
    if (byte === json.quote) this.#passString();
    else if (byte === json.openObject || byte === json.openList) this.#passNested();
    else this.#at = this.#scalarEnd();
  }

  /** The value that `JSON.parse` would give. */
  value(depth = 0): unknown {
    const byte = this.peek();
    if (byte === json.quote) return this.string();
    if (byte !== json.openObject && byte !== json.openList) return this.#scalar();
    if (depth > deepest) fail();
    return byte === json.openObject ? this.#object(depth) : this.#list(depth);
  }

  /** What `value` gives, for a list of names and values made several times faster. */
  headers(): unknown {
    if (this.peek() !== json.openList) return this.value();
    const list: unknown[] = [];
    let more = this.opened(json.closeList);
    while (more) {
      list.push(this.peek() === json.openObject ? this.#nameAndValue() : this.value());
      more = this.another(json.closeList);
    }
    return list;
  }

  /** The string whose quote is the next byte. */
  string(): string {
    const bytes = this.#bytes;
    const from = this.#at + 1;
    const end = json.plainEnd(bytes, from);
    if (bytes[end] !== json.quote) return this.#writtenString(from, end);
    this.#at = end + 1;
    return this.#texts.read(bytes, from, end);
  }

  /** A string with escapes, or with characters beyond ASCII. */
  #writtenString(from: number, known: number): string {
    const end = json.stringEnd(this.#bytes, known);
    if (this.#bytes[end] !== json.quote) fail();
    this.#at = end + 1;
    return this.#written.read(this.#bytes, from - 1, end + 1) as string;
  }

  #object(depth: number): unknown {
    const object: Record<string, unknown> = {};
    let more = this.opened(json.closeObject);
    while (more) {
      if (this.peek() !== json.quote) fail();
      const name = this.string();
      // Assigned, it would become the prototype.
      if (name === "__proto__") fail();
      this.expect(json.colon);
      object[name] = this.value(depth + 1);
      more = this.another(json.closeObject);
    }
    return object;
  }

  #list(depth: number): unknown {
    const list: unknown[] = [];
    let more = this.opened(json.closeList);
    while (more) {
      list.push(this.value(depth + 1));
      more = this.another(json.closeList);
    }
    return list;
  }

  /** An object with a name and a value; what else it has is checked and left out. */
  #nameAndValue(): { readonly name: unknown; readonly value: unknown } {
    let name: unknown;
    let value: unknown;
    let more = this.opened(json.closeObject);
    while (more) {
      const from = this.name();
      const to = this.#at - 1;
      this.expect(json.colon);
      const read = this.value();
      if (spells(this.#bytes, from, to, "name")) name = read;
      else if (spells(this.#bytes, from, to, "value")) value = read;
      more = this.another(json.closeObject);
    }
    return { name, value };
  }

  #scalar(): unknown {
    const from = this.#at;
    this.#at = this.#scalarEnd();
    return this.#written.read(this.#bytes, from, this.#at);
  }

  #scalarEnd(): number {
    const end = json.scalarEnd(this.#bytes, this.#at);
    return end === this.#at || end === this.#bytes.length ? fail() : end;
  }

  #passString(): void {
    const end = json.stringEnd(this.#bytes, this.#at + 1);
    if (this.#bytes[end] !== json.quote) fail();
    this.#at = end + 1;
  }

  #passNested(): void {
    let depth = 0;
    do {
      this.#at = json.nextStructural(this.#bytes, this.#at);
      const byte = this.#bytes[this.#at] ?? fail();
      if (byte === json.quote) this.#passString();
      else {
        depth += byte === json.openObject || byte === json.openList ? 1 : -1;
        this.#at++;
      }
    } while (depth > 0);
  }
}

function fail(): never {
  throw notPlain;
}

/** What JSON writes so. */
function written(bytes: Uint8Array, from: number, to: number): unknown {
  try {
    return JSON.parse(utf8.decode(bytes.subarray(from, to)));
  } catch {
    return fail();
  }
}
