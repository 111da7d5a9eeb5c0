import { Body } from "./body.ts";
import type { Kept } from "./found-entry.ts";
import * as json from "./json-bytes.ts";
import { longStringEnd } from "./long-string.ts";
import { notPlain, PlainValues } from "./plain-values.ts";
import { entryMembers, type Members, memberSpelt } from "./shape.ts";

/** Bytes beside its body that no plain entry has; whether one is too long for its members is the draft's to say. */
const most = 1024 * 1024;

/**
 * Reads an entry that lies whole in one piece, as nearly all do, straight from its bytes: no draft, no decoding of what
 * was read a moment ago, no value that nobody needs. What is not plain it leaves to the scanner; both give the same.
 */
export class PlainEntry implements Kept {
  readonly #values = new PlainValues();
  #bytes: Uint8Array = new Uint8Array(0);
  #value: unknown = null;
  #body: Body | null = null;
  #bodies = 0;
  #bodyLength = 0;

  /** Reads the entry whose bracket stands at `at`; gives the place behind it, or null where it is not plain. */
  read(bytes: Uint8Array, at: number): number | null {
    this.#bytes = bytes;
    this.#body = null;
    this.#bodies = 0;
    this.#bodyLength = 0;
    this.#values.begin(bytes, at);
    try {
      this.#value = this.#shaped(entryMembers);
    } catch (error) {
      if (error !== notPlain) throw error;
      return null;
    }
    const end = this.#values.at;
    return end - at - this.#bodyLength > most ? null : end;
  }

  value(): { readonly value: unknown } {
    return { value: this.#value };
  }

  body(number: number): Body | null {
    return number === this.#bodies - 1 ? this.#body : null;
  }

  /** An object of which these members are read. */
  #shaped(members: Members): unknown {
    const values = this.#values;
    const object: Record<string, unknown> = {};
    let more = values.opened(json.closeObject);
    while (more) {
      const from = values.name();
      const member = memberSpelt(members, this.#bytes, from, values.at - 1);
      values.expect(json.colon);
      if (member === undefined) values.pass();
      else object[member.name] = this.#member(member.shape);
      more = values.another(json.closeObject);
    }
    return object;
  }

  #member(shape: Members[number]["shape"]): unknown {
    const byte = this.#values.peek();
    if (shape === "body") return this.#setAside(byte);
    if (typeof shape === "object" && byte === json.openObject) return this.#shaped(shape);
    return shape === "headers" ? this.#values.headers() : this.#values.value();
  }

  /** A body that is no text is none. */
  #setAside(byte: number): number | null {
    if (byte !== json.quote) {
      this.#values.pass();
      return null;
    }
    const from = this.#values.at + 1;
    const end = longStringEnd(this.#bytes, from);
    if (end >= this.#bytes.length) throw notPlain;
    this.#values.skipTo(end + 1);
    this.#body = new Body();
    this.#body.write(this.#bytes, from, end);
    this.#bodyLength += end - from;
    return this.#bodies++;
  }
}
