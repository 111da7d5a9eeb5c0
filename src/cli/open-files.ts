import { type FileHandle, open } from "node:fs/promises";
import type { ByteSource } from "../har/byte-source.ts";
import type { HarFile } from "../har/entry.ts";
import { NotHarError, readHarFile } from "../har/read.ts";
import { wantsBody } from "../session/wants-body.ts";

/** A file that was opened, or the reason why it was not. */
export type Opened =
  | { readonly name: string; readonly har: HarFile }
  | { readonly name: string; readonly refused: string };

/** The name that stands for the standard input. */
const standardInput = "-";

const pieceSize = 1024 * 1024;

/** Opens one HAR file, or the standard input as `-`. What is missing, unreadable or no HAR file is told, never thrown. */
export async function openFile(name: string): Promise<Opened> {
  try {
    const source = name === standardInput ? process.stdin : bytesOfFile(name);
    return { name, har: await readHarFile(name, source, { wantsBody }) };
  } catch (error) {
    return { name, refused: reasonOf(error) };
  }
}

/** Every piece comes in the same buffer. */
async function* bytesOfFile(path: string): ByteSource {
  const file = await open(path);
  try {
    yield* piecesOf(file);
  } finally {
    await file.close();
  }
}

async function* piecesOf(file: FileHandle): ByteSource {
  const buffer = new Uint8Array(pieceSize);
  for (;;) {
    const { bytesRead } = await file.read(buffer);
    if (bytesRead === 0) return;
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
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? String(error.code) : "";
  const reason = systemReasons.get(code);
  if (reason !== undefined) return reason;
  if (code === "") throw error;
  return `The file could not be read: ${error.message}`;
}
