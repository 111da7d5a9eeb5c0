import type { Bytes } from "./containers/source.ts";

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
  return reader === null ? slicesOf(blob) : takeTurns(reader);
}

function byteReader(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: "byob" });
  } catch {
    return null;
  }
}

async function* takeTurns(reader: ReadableStreamBYOBReader): ByteSource {
  try {
    let next = reader.read(new Uint8Array(pieceSize));
    let afterNext = reader.read(new Uint8Array(pieceSize));
    for (;;) {
      const { value, done } = await next;
      if (done) break;
      yield value;
      next = afterNext;
      afterNext = reader.read(new Uint8Array(value.buffer));
    }
    await afterNext;
  } finally {
    await reader.cancel();
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
