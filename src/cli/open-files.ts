import { readFile } from "node:fs/promises";
import type { HarFile } from "../har/entry.ts";
import { NotHarError, readHarFile } from "../har/read.ts";

/** A file that was opened, or the reason why it was not. */
export type Opened =
  | { readonly name: string; readonly har: HarFile }
  | { readonly name: string; readonly refused: string };

/** Opens one HAR file. A file that is missing, unreadable or no HAR file is told, never thrown. */
export async function openFile(name: string): Promise<Opened> {
  try {
    return { name, har: readHarFile(name, decode(await readFile(name))) };
  } catch (error) {
    return { name, refused: reasonOf(error) };
  }
}

/** PowerShell's `>` writes UTF-16 with a byte order mark; every producer of HAR files writes UTF-8. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

const systemReasons = new Map([
  ["ENOENT", "There is no such file."],
  ["EACCES", "The file may not be read (permission denied)."],
  ["EISDIR", "This is a folder; name the .har files in it."],
  ["ERR_FS_FILE_TOO_LARGE", "The file is too big to be read at once (512 MiB or more)."],
  ["ERR_STRING_TOO_LONG", "The file is too big to be read at once (512 MiB or more)."],
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
