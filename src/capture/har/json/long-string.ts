import { backslash, quote } from "./json-bytes.ts";

/** Shorter strings are looked at one byte after the other. */
const shortest = 64;

const quotes = 0x22222222;
const backslashes = 0x5c5c5c5c;

/**
 * The place of the quote that ends a string, as `stringEnd`, for strings that are long: bodies. Looks at four bytes at
 * once, and at single ones only where backslashes stand in front of each other.
 */
export function longStringEnd(bytes: Uint8Array, at: number): number {
  const first = aligned(bytes.byteOffset + at) - bytes.byteOffset;
  if (bytes.length - first < shortest) return bytewise(bytes, at, bytes.length);
  const start = bytewise(bytes, at, first + 4);
  if (start < first + 4) return start;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + first, (bytes.length - first) >> 2);
  // Of the first word, which is read by now, are the backslashes before the second.
  for (let word = quotedWord(words, 1); word < words.length; word = quotedWord(words, word + 1)) {
    const place = first + 4 * word;
    const end = firstQuote(bytes, place, at);
    if (end < place + 4) return end;
  }
  const rest = first + 4 * words.length;
  return bytewise(bytes, isEscaped(bytes, rest, at) ? rest + 1 : rest, bytes.length);
}

/** The first word from `from` on that may hold a quote which no backslash escapes; their count where none does. */
function quotedWord(words: Int32Array, from: number): number {
  for (let word = from; word < words.length; word++) {
    const bits = words[word] ?? 0;
    const other = bits ^ quotes;
    // The well-known test for a zero byte, after the quotes were made zero.
    if (((other - 0x01010101) & ~other & 0x80808080) === 0) continue;
    if (!areEscaped(bits, words[word - 1] ?? 0)) return word;
  }
  return words.length;
}

/** Whether before each quote of a word there is a backslash, and before that none. */
function areEscaped(bits: number, before: number): boolean {
  const escaping = zeroBytes(((bits << 8) | (before >>> 24)) ^ backslashes);
  const escapingThose = zeroBytes(((bits << 16) | (before >>> 16)) ^ backslashes);
  return (zeroBytes(bits ^ quotes) & ~(escaping & ~escapingThose)) === 0;
}

/** The highest bit of each byte that is zero (Warren, Hacker's Delight, 6-1). */
function zeroBytes(bits: number): number {
  return ~(((bits & 0x7f7f7f7f) + 0x7f7f7f7f) | bits | 0x7f7f7f7f);
}

/** The first quote that is not escaped, or else the first place from `stop` on that is not. */
function bytewise(bytes: Uint8Array, at: number, stop: number): number {
  let place = at;
  for (; place < stop; place++) {
    const byte = bytes[place];
    if (byte === quote) return place;
    if (byte === backslash) place++;
  }
  return place;
}

/** The first quote among four bytes that is not escaped; behind them where there is none. */
function firstQuote(bytes: Uint8Array, from: number, start: number): number {
  let place = from;
  while (place < from + 4 && (bytes[place] !== quote || isEscaped(bytes, place, start))) place++;
  return place;
}

/** Whether an odd number of backslashes of the string that begins at `start` stands before a place. */
function isEscaped(bytes: Uint8Array, place: number, start: number): boolean {
  let before = place;
  while (before > start && bytes[before - 1] === backslash) before--;
  return (place - before) % 2 === 1;
}

function aligned(offset: number): number {
  return (offset + 3) & ~3;
}
