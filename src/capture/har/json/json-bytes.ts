/** JSON's own characters as bytes (RFC 8259). All are ASCII, so that in UTF-8 no byte of another character equals one. */
export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
export const openList = 0x5b;
export const backslash = 0x5c;
export const closeList = 0x5d;
export const openObject = 0x7b;
export const closeObject = 0x7d;
export const lineFeed = 0x0a;

export const commaByte = Uint8Array.of(comma);
export const nothing = new TextEncoder().encode("null");

/** Characters of a string that stand for themselves and are ASCII. */
const plain = marked(...Array.from({ length: 0x7f - 0x20 }, (_, at) => 0x20 + at));
plain[quote] = 0;
plain[backslash] = 0;

const structural = marked(quote, openObject, closeObject, openList, closeList);
const ending = marked(quote, comma, colon, openObject, closeObject, openList, closeList, 0x20, lineFeed, 0x0d, 0x09);

const blank = 0x20;

/** White space as JSON knows it: blank, tab, LF, CR. */
const space = marked(blank, 0x09, lineFeed, 0x0d);

/** The first place from `at` on that is no white space; `bytes.length` where there is none. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  for (let place = at; place < bytes.length; place++) {
    const byte = bytes[place] ?? 0;
    if (byte !== blank && space[byte] === 0) return place;
  }
  return bytes.length;
}

function marked(...bytes: readonly number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of bytes) table[byte] = 1;
  return table;
}

/** The first quote or bracket from `at` on; `bytes.length` where there is none. */
export function nextStructural(bytes: Uint8Array, at: number): number {
  let place = at;
  while (place < bytes.length && structural[bytes[place] ?? 0] === 0) place++;
  return place;
}

/** The first place from `at` on that holds no plain character of a string; `bytes.length` where all are. */
export function plainEnd(bytes: Uint8Array, at: number): number {
  let place = at;
  while (place < bytes.length && plain[bytes[place] ?? 0] === 1) place++;
  return place;
}

/** The end of a number or literal that goes on at `at`. */
export function scalarEnd(bytes: Uint8Array, at: number): number {
  let place = at;
  while (place < bytes.length && ending[bytes[place] ?? 0] === 0) place++;
  return place;
}

/**
 * The place of the quote that ends a string, or of a raw line feed, which no JSON string can hold and behind which a
 * string that lost its quote is found again. Beyond `bytes.length` where the string goes on, by one more where the
 * next byte is escaped.
 */
export function stringEnd(bytes: Uint8Array, at: number): number {
  let place = at;
  for (; place < bytes.length; place++) {
    const byte = bytes[place];
    if (byte === quote || byte === lineFeed) return place;
    if (byte === backslash) place++;
  }
  return place;
}
