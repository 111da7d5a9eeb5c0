import { openAsBlob } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { openCapture } from "../capture/archives/open-archive.ts";
import { skippedSentence } from "../capture/archives/skipped.ts";
import { type ByteSource, bytesOf } from "../capture/byte-source.ts";
import type { CaptureFile } from "../capture/capture-file.ts";
import { NotHarError } from "../capture/har/read.ts";
import type { Attached, Bytes, Skipped } from "../capture/named-bytes.ts";
import { type ReadCapture, readCapture } from "../capture/read-capture.ts";
import { UnreadableError } from "../capture/unreadable-error.ts";
import { wantsBody } from "../capture/wants-body.ts";
import { nodeDecompressors } from "./decompressors.ts";

/** A file that was opened, or the reason why it was not. */
export type Opened =
  | { readonly name: string; readonly capture: ReadCapture; readonly original?: Original | undefined }
  | { readonly name: string; readonly unreadable: string };

/** The bytes of a file that can be read again. */
interface Original {
  readonly bytes: Blob;
  readonly attached: Attached | undefined;
}

export interface OpenOptions {
  /** Whether to keep bytes that can be read only once (standard input, compressed files). */
  readonly keep: boolean;
}

/** The name that stands for the standard input. */
export const standardInput = "-";

const pieceSize = 1024 * 1024;

/**
 * Opens a capture, those in an archive, or the standard input as `-`. A file that is missing, unreadable or no capture
 * becomes a result with its reason; it never throws for that.
 */
export async function openFile(path: string, { keep }: OpenOptions = { keep: false }): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  const skipped: Skipped[] = [];
  try {
    const bytes = await bytesAt(path);
    for await (const found of openCapture({ name: path, bytes }, { decompressors: nodeDecompressors })) {
      if ("file" in found) opened.push(await read(keep ? await kept(found.file) : found.file, { path, bytes }));
      else skipped.push(found.skipped);
    }
  } catch (error) {
    opened.push({ name: path, unreadable: reasonOf(error) });
  }
  return withSkipped(opened, path, skipped);
}

/** Lists the skipped files of an archive as a problem of the first file that was read, or as an unreadable file. */
function withSkipped(opened: readonly Opened[], path: string, skipped: readonly Skipped[]): readonly Opened[] {
  const reason = skipped[0]?.name === path ? `This file ${skipped[0].reason}.` : skippedSentence(skipped);
  if (reason === null) return opened;
  const first = opened.find((each) => "capture" in each);
  if (first === undefined) return [...opened, { name: path, unreadable: reason }];
  const problems = [...first.capture.problems, { entry: null, reason, lost: false }];
  return opened.map((each) => (each === first ? { ...first, capture: { ...first.capture, problems } } : each));
}

async function bytesAt(path: string): Promise<Bytes> {
  if (path === standardInput) return Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>;
  const file = await open(path);
  try {
    if ((await file.stat()).isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
  } finally {
    await file.close();
  }
  return openAsBlob(path);
}

async function kept(file: CaptureFile): Promise<CaptureFile> {
  const { bytes } = file;
  return bytes instanceof Blob ? file : { ...file, bytes: await new Response(bytes).blob() };
}

async function read(file: CaptureFile, whole: { readonly path: string; readonly bytes: Bytes }): Promise<Opened> {
  const { name, bytes, source, attached } = file;
  const isWhole = bytes === whole.bytes && bytes instanceof Blob;
  try {
    const capture = await readCapture(file, isWhole ? bytesOfFile(whole.path) : bytesOf(bytes), wantsBody);
    return { name, capture, original: source.hasOffsets && bytes instanceof Blob ? { bytes, attached } : undefined };
  } catch (error) {
    return { name, unreadable: reasonOf(error) };
  }
}

/** Reads a file by its handle, which is faster than the stream of a Blob. */
async function* bytesOfFile(path: string): ByteSource {
  const file = await open(path);
  try {
    yield* piecesOf(file);
  } finally {
    await file.close();
  }
}

/** Fills one buffer while the other is read. */
async function* piecesOf(file: FileHandle): ByteSource {
  let next = file.read(new Uint8Array(pieceSize));
  let spare = new Uint8Array(pieceSize);
  for (;;) {
    const { bytesRead, buffer } = await next;
    if (bytesRead === 0) return;
    next = file.read(spare);
    // A consumer that stops here never awaits this read; its failure must not be an unhandled rejection.
    next.catch(() => {});
    spare = buffer;
    yield buffer.subarray(0, bytesRead);
  }
}

const systemReasons = new Map([
  ["ENOENT", "There is no such file."],
  ["EACCES", "The file may not be read (permission denied)."],
  ["EISDIR", "This is a folder; name the .har files in it."],
]);

function reasonOf(error: unknown): string {
  if (error instanceof NotHarError) return error.message;
  if (error instanceof UnreadableError) return `This file ${error.message}.`;
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? String(error.code) : "";
  const reason = systemReasons.get(code);
  if (reason !== undefined) return reason;
  if (code === "") throw error;
  return `The file could not be read: ${error.message}`;
}
