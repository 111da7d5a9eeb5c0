import { type Bytes, streamOf } from "../named-bytes.ts";
import { UnreadableError } from "../unreadable-error.ts";
import { sizeOf } from "./limits.ts";

/** The first bytes of a file, and the whole of it still to be read. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly bytes: Bytes;
}

/**
 * Looks at the first `count` bytes, or at all where there are fewer. A Blob is returned as it is. A stream that
 * breaks off is returned with the bytes before that, and throws only if there are none.
 */
export async function peek(bytes: Bytes, count: number): Promise<Peeked> {
  if (bytes instanceof Blob) return { head: new Uint8Array(await bytes.slice(0, count).arrayBuffer()), bytes };
  const reader = bytes.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await readOrEnd(reader, chunks.length > 0);
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  return { head: joined(chunks, length).subarray(0, count), bytes: continued(chunks, reader) };
}

/** A stream that failed once fails again for the next read. */
async function readOrEnd(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  failsLater: boolean,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (error) {
    if (failsLater) return { done: true, value: undefined };
    throw error;
  }
}

function continued(chunks: Uint8Array[], reader: ReadableStreamDefaultReader<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const first = chunks.shift();
        if (first !== undefined) return controller.enqueue(first);
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (why) => reader.cancel(why),
    },
    { highWaterMark: 0 },
  );
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

/** Everything of a stream. Throws `UnreadableError` above `most` bytes, having read no more than that. */
export async function hold(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  await stream.pipeTo(
    new WritableStream({
      write(chunk) {
        length += chunk.length;
        if (length > most) throw new UnreadableError(`has to be held in memory, but is larger than ${sizeOf(most)}`);
        chunks.push(chunk);
      },
    }),
  );
  return joined(chunks, length);
}

/** A Blob of the bytes, for formats that are read from their end. */
export async function blobOf(bytes: Bytes, most: number): Promise<Blob> {
  return bytes instanceof Blob ? bytes : new Blob([await hold(bytes, most)]);
}

/**
 * Hands on what a decompressor gives, once `onChunk` has agreed to it by not throwing; errors of the decompressor
 * reach the reader as `reasonOf` says them.
 */
export function watched(
  stream: ReadableStream<Uint8Array>,
  onChunk: (bytes: number) => void,
  reasonOf: (error: unknown) => unknown,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          onChunk(value.length);
          controller.enqueue(value);
        } catch (error) {
          controller.error(reasonOf(error));
          await reader.cancel(error).catch(() => undefined);
        }
      },
      cancel: (why) => reader.cancel(why),
    },
    { highWaterMark: 0 },
  );
}

/** A decompressor may give all that one write makes before it can be stopped; DEFLATE makes 64 MiB of this at most. */
const pieceSize = 65_536;

/** Cuts a stream into pieces that are safe to decompress one by one; `onPiece` counts them. */
export function inPieces(
  stream: ReadableStream<Uint8Array>,
  onPiece: (bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        for (let at = 0; at < chunk.length; at += pieceSize) {
          const piece = chunk.slice(at, at + pieceSize);
          onPiece(piece.length);
          controller.enqueue(piece);
        }
      },
    }),
  );
}

/** The whole stream of any bytes, cut for decompression without counting. */
export function piecesOf(bytes: Bytes): ReadableStream<Uint8Array<ArrayBuffer>> {
  return inPieces(streamOf(bytes), () => undefined);
}
