/** A way of packing one stream of bytes. The names are those of `DecompressionStream` (Compression Streams standard). */
export type Packing = "gzip" | "brotli" | "zstd";

/** What a file is by its first bytes. `unread` are containers that are known and not read, as a clause. */
export type Kind =
  | { readonly is: "text" }
  | { readonly is: "packed"; readonly packing: Packing }
  | { readonly is: "zip" }
  | { readonly is: "unread"; readonly reason: string };

/** How many first bytes `kindOf` wants to see: as far as a tar header's magic. */
export const headLength = 4096;

/**
 * Recognises a container by its magic bytes. Brotli alone has none (RFC 7932), so that there the name decides, unless
 * the content reads as text.
 */
export function kindOf(head: Uint8Array, name: string): Kind {
  const found = magics.find(({ bytes, at = 0 }) => bytes.every((byte, index) => head[at + index] === byte));
  if (found !== undefined) return found.kind;
  return /\.br$/i.test(name) && !beginsAsText(head) ? { is: "packed", packing: "brotli" } : { is: "text" };
}

interface Magic {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly kind: Kind;
}

const magics: readonly Magic[] = [
  { bytes: [0x1f, 0x8b, 0x08], kind: { is: "packed", packing: "gzip" } },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], kind: { is: "packed", packing: "zstd" } },
  { bytes: ascii("PK\u0003\u0004"), kind: { is: "zip" } },
  { bytes: ascii("PK\u0005\u0006"), kind: { is: "zip" } },
  { bytes: ascii("PK\u0007\u0008"), kind: { is: "zip" } },
  { bytes: ascii("ustar"), at: 257, kind: unread("tar") },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], kind: unread("7z") },
  { bytes: ascii("Rar!"), kind: unread("RAR") },
  { bytes: [0xfd, ...ascii("7zXZ")], kind: unread("xz") },
  { bytes: ascii("BZh"), kind: unread("bzip2") },
];

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function unread(format: string): Kind {
  return { is: "unread", reason: `is packed as ${format}, which is not read here; unpack it first` };
}

/** JSON as producers begin it: spaces, a byte order mark, a bracket, or the letters of a JSONP call. */
function beginsAsText(head: Uint8Array): boolean {
  return /^\uFEFF?\s*[[{A-Za-z_$<]/.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(head.subarray(0, 64)));
}
