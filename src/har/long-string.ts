import { backslash, quote } from "./json-bytes.ts";

/** Bytes that are looked at one by one before the search goes by words. */
const stride = 64;

/**
 * The place of the quote that ends a string, as `stringEnd`, for strings that are long: bodies. Looks at four bytes at
 * once where none of them is a quote, which in base64 and scripts is the rule, and at single bytes around quotes,
 * which in JSON inside JSON stand close together.
 */
export function longStringEnd(bytes: Uint8Array, at: number): number {
  const words = new Int32Array(bytes.buffer, aligned(bytes.byteOffset), wholeWords(bytes));
  const first = aligned(bytes.byteOffset) - bytes.byteOffset;
  let place = at;
  for (;;) {
    const stop = Math.min(place + stride, bytes.length);
    for (; place < stop; place++) {
      const byte = bytes[place];
      if (byte === quote) return place;
      if (byte === backslash) place++;
    }
    if (place >= bytes.length) return place;
    place = skipWords(words, place, first, bytes);
  }
}

function aligned(offset: number): number {
  return (offset + 3) & ~3;
}

function wholeWords({ byteOffset, length }: Uint8Array): number {
  return Math.max(0, (byteOffset + length - aligned(byteOffset)) >> 2);
}

/** Goes on by words from `place`, where nothing is escaped, to the first word that holds a quote. */
function skipWords(words: Int32Array, place: number, first: number, bytes: Uint8Array): number {
  const from = (place - first) >> 2;
  let word = from;
  while (word < words.length && !holdsQuote(words[word] ?? 0)) word++;
  return word === from ? place : afterEscape(bytes, first + word * 4, place);
}

/** One byte of the word is 0x22: the well-known test for a zero byte, after the quotes were made zero. */
function holdsQuote(word: number): boolean {
  const zeroed = word ^ 0x22222222;
  return ((zeroed - 0x01010101) & ~zeroed & 0x80808080) !== 0;
}

/** `place`, or one further where an odd number of backslashes before it escapes what stands there. */
function afterEscape(bytes: Uint8Array, place: number, from: number): number {
  let before = place;
  while (before > from && bytes[before - 1] === backslash) before--;
  return (place - before) % 2 === 0 ? place : place + 1;
}
