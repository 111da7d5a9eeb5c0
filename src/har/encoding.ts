import type { ByteSource } from "./byte-source.ts";

/** As many bytes tell the encodings of JSON apart. */
const telling = 4;

/**
 * The same bytes in UTF-8. Every producer of HAR files writes UTF-8; PowerShell's `>` makes UTF-16 of it. Which one it is
 * shows in the first two characters, which in JSON are ASCII (RFC 4627, 3), or in a byte order mark.
 */
export async function* inUtf8(source: ByteSource): ByteSource {
  let first: Uint8Array | null = new Uint8Array(0);
  let transcode: ((bytes: Uint8Array) => Uint8Array) | null = null;
  for await (const piece of source) {
    const bytes: Uint8Array = first === null ? piece : joined(first, piece);
    if (first !== null && bytes.length < telling) {
      first = bytes.slice();
      continue;
    }
    if (first !== null) transcode = transcoderFor(bytes);
    first = null;
    yield transcode === null ? bytes : transcode(bytes);
  }
  if (first !== null) yield first;
}

/** Both one after the other; without a copy where the first is empty. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function transcoderFor(bytes: Uint8Array): ((bytes: Uint8Array) => Uint8Array) | null {
  const encoding = utf16In(bytes);
  if (encoding === null) return null;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (each) => encoder.encode(decoder.decode(each, { stream: true }));
}

function utf16In([first, second, third, fourth]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? "utf-16be" : null;
}
