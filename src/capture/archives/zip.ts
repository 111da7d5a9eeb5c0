import {
  type Entry,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_INVALID_CRC32,
  ERR_SPLIT_ZIP_FILE,
  type FileEntry,
  type Reader,
  ZipReader,
} from "@zip.js/zip.js/lib/zip-core-reader.js";
import { UnreadableError } from "../unreadable-error.ts";
import { piecesOf, watched } from "./byte-streams.ts";
import type { Allowance } from "./limits.ts";

/** A file in a ZIP archive. */
export interface Member {
  /** As the archive spells it; may hold anything, `../` and control characters included. */
  readonly name: string;
  /** Why it cannot be read, as a clause; null where it can. */
  readonly unreadable: string | null;
  /** Its content from the beginning. The stream ends in `UnreadableError` where it is damaged or unpacks to too much. */
  open(): ReadableStream<Uint8Array>;
}

/**
 * Lists an archive's files without their content, in the archive's order and without its folders. Throws
 * `UnreadableError` where the list, which stands at the archive's end, cannot be read.
 */
export async function* membersOf(archive: Blob, allowance: Allowance): AsyncGenerator<Member> {
  const reader = new ZipReader(readerOf(archive), { useWebWorkers: false, filenameValidation: "tolerant" });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (!entry.directory) yield memberOf(entry, allowance);
    }
  } catch (error) {
    throw reasonOf(error);
  }
}

/** Reads a Blob in small slices, so that nothing larger than one can be decompressed at once. */
function readerOf(blob: Blob): Reader<Blob> {
  return {
    size: blob.size,
    get readable() {
      return blob.stream();
    },
    readUint8Array: async (at, length) => new Uint8Array(await blob.slice(at, at + length).arrayBuffer()),
    createReadable: ({ offset = 0, size = blob.size - offset } = {}) => piecesOf(blob.slice(offset, offset + size)),
  };
}

function memberOf(entry: FileEntry, allowance: Allowance): Member {
  return {
    name: entry.filename,
    unreadable: unreadableReason(entry),
    open() {
      // What the list admits is asked with the first chunk, what it hides as it comes.
      let unpacked = 0;
      const onChunk = (length: number): void => {
        unpacked += length;
        allowance.take(length);
        allowance.compare(entry.compressedSize, Math.max(entry.uncompressedSize, unpacked));
      };
      return watched(contentOf(entry), onChunk, reasonOf);
    },
  };
}

function contentOf(entry: FileEntry): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // A failure ends the stream as well, where its reader meets it.
  entry.getData(writable, { checkSignature: true }).catch((error) => writable.abort(error).catch(() => undefined));
  return readable;
}

/** Names of methods that archivers offer (APPNOTE 4.4.5); DEFLATE and stored files are read. */
const methods = new Map([
  [9, "Deflate64"],
  [12, "bzip2"],
  [14, "LZMA"],
  [93, "Zstandard"],
  [95, "XZ"],
  [98, "PPMd"],
]);

function unreadableReason({ encrypted, compressionMethod: method }: Entry): string | null {
  if (encrypted) return "is encrypted; unpack it with its password first";
  if (method === 0 || method === 8) return null;
  return `is packed with ${methods.get(method) ?? `method ${method}`}, which is not read here; unpack it first`;
}

const reasons = new Map([
  [ERR_SPLIT_ZIP_FILE, "is one part of a split archive; join the parts first"],
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY, "is encrypted; unpack it with its password first"],
  [ERR_INVALID_CRC32, "is damaged: its checksum does not match"],
]);

/** What the archive reader throws is about the archive, except where the file itself could not be read. */
function reasonOf(error: unknown): unknown {
  const isFileAccess = error instanceof DOMException || error instanceof UnreadableError;
  if (isFileAccess || !(error instanceof Error)) return error;
  return new UnreadableError(reasons.get(error.message) ?? "is cut off or damaged");
}
