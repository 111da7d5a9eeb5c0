/** A power of two: the texts that one capture repeats, a few times over. */
const places = 4096;

/** Bytes of the longest text that is likely to come again. */
const longest = 256;

/** Bytes that a place is worked out from. */
const samples = 16;

/**
 * Reads short texts, and remembers those of a short while ago: comparing bytes is several times faster than reading them,
 * and captures repeat themselves. Each text has one place, where the next one of that place displaces it.
 */
export class ShortTexts<T> {
  readonly #read: (bytes: Uint8Array, from: number, to: number) => T;
  /** The bytes of each text, each byte as the character of its number. */
  readonly #spelt = new Array<string | undefined>(places).fill(undefined);
  readonly #values = new Array<T | undefined>(places).fill(undefined);

  /** @param read gives what the bytes between two places stand for; the same for the same bytes */
  constructor(read: (bytes: Uint8Array, from: number, to: number) => T) {
    this.#read = read;
  }

  /** What the bytes between these places stand for. */
  read(bytes: Uint8Array, from: number, to: number): T {
    if (to - from > longest) return this.#read(bytes, from, to);
    const place = placeOf(bytes, from, to);
    const spelt = this.#spelt[place];
    if (spelt !== undefined && spells(bytes, from, to, spelt)) return this.#values[place] as T;
    const value = this.#read(bytes, from, to);
    this.#spelt[place] = characters(bytes, from, to);
    this.#values[place] = value;
    return value;
  }
}

const decoder = new TextDecoder("utf-8");

/** The text that ASCII bytes spell. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  return to - from > longest ? decoder.decode(bytes.subarray(from, to)) : characters(bytes, from, to);
}

/** Takes less than half as long as a decoder where the text is short (Chromium 156). */
function characters(bytes: Uint8Array, from: number, to: number): string {
  // Its type speaks of arrays; the language takes anything with a length (ECMA-262, 7.3.18).
  return String.fromCharCode.apply(null, bytes.subarray(from, to) as unknown as number[]);
}

function placeOf(bytes: Uint8Array, from: number, to: number): number {
  const stride = Math.ceil((to - from) / samples);
  let hash = to - from;
  for (let at = to - 1; at >= from; at -= stride) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & (places - 1);
}

/** Whether the bytes between these places are those of a text. */
export function spells(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  if (text.length !== to - from) return false;
  for (let at = 0; at < text.length; at++) if (bytes[from + at] !== text.charCodeAt(at)) return false;
  return true;
}
