import { notHar } from "./not-har.ts";
import { recogniseOther } from "./recognise.ts";

/** Where a file's JSON begins, and the bytes that may follow its end. */
export interface Opening {
  readonly offset: number;
  readonly tail: readonly number[];
}

/** How many bytes tell what a file is. */
export const openingSize = 1024;

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** The name and bracket of a JSONP call, as HarViewer's `onInputData({…})`, before the JSON that it carries. */
const call = /^\s*[A-Za-z_$][\w$.]*\s*\(\s*(?=[[{])/;
const callEnd = [..."); \t\r\n"].map((character) => character.charCodeAt(0));

/**
 * Finds the JSON behind what may stand before it: a byte order mark (Fiddler) or a JSONP call. Throws `NotHarError` for
 * what other files begin with.
 * @param bytes the first `openingSize` bytes of the file, or all
 */
export function openingOf(bytes: Uint8Array): Opening {
  const mark = byteOrderMark.every((byte, at) => bytes[at] === byte) ? byteOrderMark.length : 0;
  const text = new TextDecoder().decode(bytes.subarray(mark, mark + openingSize));
  const other = recogniseOther(text);
  if (other !== null) throw notHar(other);
  const prefix = call.exec(text)?.[0];
  if (prefix === undefined) return { offset: mark, tail: [] };
  return { offset: mark + new TextEncoder().encode(prefix).length, tail: callEnd };
}
