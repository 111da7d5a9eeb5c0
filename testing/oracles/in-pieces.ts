import type { ByteSource } from "../../src/capture/byte-source.ts";

/**
 * A file as a byte source for tests. Every piece is taken away when the next is asked for, as byte streams do with the
 * buffers that they fill in turn, and ends where its bytes end.
 */
export async function* inPieces(file: string | Uint8Array, size = 64 * 1024): ByteSource {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  for (let start = 0; start < bytes.length; start += size) {
    const piece = new Uint8Array(bytes.subarray(start, start + size));
    yield piece;
    structuredClone(piece.buffer, { transfer: [piece.buffer] });
  }
}
