import { type Bytes, streamOf } from "../named-bytes.ts";
import { UnreadableError } from "../unreadable-error.ts";
import { inPieces, watched } from "./byte-streams.ts";
import type { Packing } from "./kind.ts";
import type { Allowance } from "./limits.ts";

/** Turns packed bytes into what they were. */
export type Decompressor = ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>;

/** Decompressors that the platform's `DecompressionStream` lacks; Node has brotli elsewhere. */
export type Decompressors = Partial<Readonly<Record<Packing, () => Decompressor>>>;

/**
 * The decompressor of a packing: the platform's own, or else one that was passed in. Null where there is none, as
 * for zstd in most browsers.
 */
export function decompressorFor(packing: Packing, others: Decompressors): Decompressor | null {
  try {
    return new DecompressionStream(packing as CompressionFormat);
  } catch {
    return others[packing]?.() ?? null;
  }
}

/** Why nothing could be read, and what to do instead. */
export function noDecompressor(packing: Packing): string {
  const command = packing === "zstd" ? "zstd -d FILE" : "brotli -d FILE";
  return `is packed with ${packing}, which cannot be unpacked here; unpack it first (${command})`;
}

/**
 * Unpacks a stream as it is read. The stream ends in `UnreadableError` where the packed bytes are cut off, damaged or
 * unpack to more than is allowed.
 */
export function decompress(bytes: Bytes, decompressor: Decompressor, allowance: Allowance): ReadableStream<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const pieces = inPieces(streamOf(bytes), (length) => {
    packed += length;
  });
  const onChunk = (length: number): void => {
    unpacked += length;
    allowance.take(length);
    allowance.compare(packed, unpacked);
  };
  return watched(pieces.pipeThrough(decompressor), onChunk, damaged);
}

/** Browsers throw a TypeError for packed bytes that are wrong, Node an error with one of zlib's codes. */
function damaged(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isFormat = error instanceof TypeError || /^(?:Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ZSTD|ZSTD_)/.test(code);
  return isFormat ? new UnreadableError("is cut off or damaged") : error;
}
