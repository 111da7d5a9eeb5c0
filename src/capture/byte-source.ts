import type { Bytes } from "./named-bytes.ts";

/** The bytes of a file in pieces of any size. A piece may be written over as soon as the next one is asked for. */
export type ByteSource = AsyncIterable<Uint8Array>;

const pieceSize = 4 * 1024 * 1024;

/** Costs less per piece than smaller ones, where the browser makes a new buffer for each. */
const sliceSize = 16 * 1024 * 1024;

/** The bytes of a blob, or of a stream, which can be read once. */
export function bytesOf(bytes: Bytes): ByteSource {
  return bytes instanceof Blob ? bytesOfBlob(bytes) : chunksOf(bytes);
}

/**
 * The bytes of a file or blob. Two buffers are filled in turn, so that one is read while the browser fills the other;
 * browsers without byte streams for blobs (Firefox before 126, Safari) hand out slices.
 */
function bytesOfBlob(blob: Blob): ByteSource {
  const reader = byteReader(blob);
  return reader === null ? slicesOf(blob) : takeTurns(reader, blob.size);
}

function byteReader(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: "byob" });
  } catch {
    return null;
  }
}

/** Ends when as many bytes came as the blob has; the read that is under way by then is of no use. */
async function* takeTurns(reader: ReadableStreamBYOBReader, size: number): ByteSource {
  const read = (buffer: ArrayBuffer) => {
    const result = reader.read(new Uint8Array(buffer));
    // Where the file turns out unreadable both reads fail; the first one tells.
    result.catch(() => {});
    return result;
  };
  try {
    let next = read(new ArrayBuffer(pieceSize));
    let afterNext = read(new ArrayBuffer(pieceSize));
    for (let left = size; left > 0; ) {
      const { value, done } = await next;
      if (done) return;
      left -= value.length;
      yield value;
      next = afterNext;
      afterNext = read(value.buffer);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function* slicesOf(blob: Blob): ByteSource {
  for (let start = 0; start < blob.size; start += sliceSize) {
    yield new Uint8Array(await blob.slice(start, start + sliceSize).arrayBuffer());
  }
}

/** The chunks of a stream; not every browser can iterate over one. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let { value, done } = await reader.read(); !done && value; { value, done } = await reader.read()) yield value;
  } finally {
    await reader.cancel();
  }
}
