import type { ByteSource } from "../../byte-source.ts";

/** As many bytes tell the encodings of JSON apart. */
const telling = 4;

/** Makes UTF-8 of a file's bytes. */
export class Encoding {
  #decoder: TextDecoder | null = null;
  #markLength = 0;

  /** The file is in UTF-16; known when the first bytes came out of `inUtf8`. */
  get isUtf16(): boolean {
    return this.#decoder !== null;
  }

  /** Bytes of the mark before UTF-16, which is taken away. */
  get markLength(): number {
    return this.#markLength;
  }

  /**
   * The same bytes in UTF-8. Every producer of HAR files writes UTF-8; PowerShell's `>` makes UTF-16 of it. Which one it
   * is shows in the first two characters, which in JSON are ASCII (RFC 4627, 3), or in a byte order mark.
   */
  async *inUtf8(source: ByteSource): ByteSource {
    let first: Uint8Array | null = new Uint8Array(0);
    for await (const piece of source) {
      const bytes: Uint8Array = first === null ? piece : joined(first, piece);
      if (first !== null && bytes.length < telling) {
        first = bytes.slice();
        continue;
      }
      if (first !== null) this.#recognise(bytes);
      first = null;
      yield this.#decoder === null ? bytes : encoder.encode(this.#decoder.decode(bytes, { stream: true }));
    }
    if (first !== null) yield first;
  }

  #recognise(bytes: Uint8Array): void {
    const encoding = utf16In(bytes);
    if (encoding === null) return;
    this.#decoder = new TextDecoder(encoding);
    this.#markLength = bytes[0] === 0xff || bytes[0] === 0xfe ? 2 : 0;
  }
}

const encoder = new TextEncoder();

/** Both one after the other; without a copy where the first is empty. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function utf16In([first, second, third, fourth]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? "utf-16be" : null;
}
