import type { ByteSource } from "./byte-source.ts";

/**
 * A file as a byte source for tests: every piece comes in the same buffer, which is written over as sources may do, and
 * ends where its bytes end.
 */
export async function* inPieces(file: string | Uint8Array, size = 64 * 1024): ByteSource {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const buffer = new Uint8Array(Math.min(size, bytes.length));
  for (let start = 0; start < bytes.length; start += size) {
    const piece = bytes.subarray(start, start + size);
    buffer.fill(0x22);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}
