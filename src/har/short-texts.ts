/** A power of two: the texts that one capture repeats, a few times over. */
const places = 4096;

/** Bytes of the longest text that is likely to come again. */
const longest = 256;

/** Bytes that a place is worked out from. */
const samples = 16;

/** A byte order mark inside a file is a character like others. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Makes texts of ASCII bytes, and gives one that was made a short while ago again: comparing is several times faster
 * than decoding, and captures repeat themselves. Each text has one place, where the next one of that place displaces it.
 */
export class ShortTexts {
  readonly #texts: string[] = new Array<string>(places).fill("");

  /** The text that these bytes spell, all of which are ASCII. */
  read(bytes: Uint8Array, from: number, to: number): string {
    if (to - from > longest) return decoder.decode(bytes.subarray(from, to));
    const place = placeOf(bytes, from, to);
    const known = this.#texts[place] ?? "";
    if (spells(bytes, from, to, known)) return known;
    const text = decoder.decode(bytes.subarray(from, to));
    this.#texts[place] = text;
    return text;
  }
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
