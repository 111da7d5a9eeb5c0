import { backslash, quote } from "./json-bytes.ts";

/** How many bytes are looked at one by one before the search goes by words again: few where quotes are rare. */
const shortest = 8;
const longest = 256;

/** Words that have to be free of quotes for the search by words to pay. */
const worthwhile = 4;

/**
 * The place of the quote that ends a string, as `stringEnd`, for strings that are long: bodies. Looks at four bytes at
 * once where none of them is a quote, which in base64 and scripts is the rule, and at single bytes where quotes stand
 * close together, as in JSON inside JSON.
 */
export function longStringEnd(bytes: Uint8Array, at: number): number {
  if (bytes.length - at < longest) return bytewise(bytes, at, bytes.length);
  const first = aligned(bytes.byteOffset) - bytes.byteOffset;
  const words = new Int32Array(bytes.buffer, aligned(bytes.byteOffset), (bytes.length - first) >> 2);
  let stride = shortest;
  let place = bytewise(bytes, at, at + stride);
  while (place < bytes.length && bytes[place] !== quote) {
    const from = (place - first) >> 2;
    const word = withoutQuote(words, from);
    if (word > from) place = afterEscape(bytes, first + 4 * word, place);
    stride = word - from < worthwhile ? Math.min(2 * stride, longest) : shortest;
    place = bytewise(bytes, place, Math.min(place + stride, bytes.length));
  }
  return place;
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

function aligned(offset: number): number {
  return (offset + 3) & ~3;
}

/** The first word from `from` on that holds a quote; their count where none does. */
function withoutQuote(words: Int32Array, from: number): number {
  let word = from;
  while (word < words.length && !holdsQuote(words[word] ?? 0)) word++;
  return word;
}

/** One byte of the word is 0x22: the well-known test for a zero byte, after the quotes were made zero. */
function holdsQuote(word: number): boolean {
  const zeroed = word ^ 0x22222222;
  return ((zeroed - 0x01010101) & ~zeroed & 0x80808080) !== 0;
}

/** `place`, or one further where an odd number of backslashes between `from` and it escapes what stands there. */
function afterEscape(bytes: Uint8Array, place: number, from: number): number {
  let before = place;
  while (before > from && bytes[before - 1] === backslash) before--;
  return (place - before) % 2 === 0 ? place : place + 1;
}
