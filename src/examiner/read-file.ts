import { NotHarError, readHarFile } from "../har/read.ts";
import type { Recording } from "../session/recording.ts";
import type { RefusedFile } from "./messages.ts";

/** Adds a HAR file to the recording; resolves to the reason where it cannot be used. */
export async function readFile(file: File, recording: Recording): Promise<RefusedFile | null> {
  const text = await textOf(file);
  if (text !== null) return readText(file.name, text, recording);
  const says = "The browser could not read this file: it may have moved, or be too big for one string.";
  return { name: file.name, says };
}

/** Adds the text of a HAR file to the recording; gives the reason where it cannot be used. */
export function readText(name: string, text: string, recording: Recording): RefusedFile | null {
  try {
    recording.addFile(readHarFile(name, text));
    return null;
  } catch (error) {
    if (!(error instanceof NotHarError)) throw error;
    return { name, says: error.message };
  }
}

async function textOf(file: File): Promise<string | null> {
  try {
    return decoded(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** PowerShell's `>` writes UTF-16 with a byte order mark; every producer of HAR files writes UTF-8. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  return new TextDecoder(first === 0xff && second === 0xfe ? "utf-16le" : "utf-8").decode(bytes);
}
