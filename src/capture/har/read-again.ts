import { bytesOf } from "../byte-source.ts";
import type { HarEntry, IndexedEntry } from "../entry.ts";
import type { Attached } from "../named-bytes.ts";
import { NotHarError, readHarFile } from "./read.ts";

/** An entry with all its bodies, and why one could not be read, if so. */
export interface WholeEntry {
  readonly entry: HarEntry;
  readonly problem: string | null;
}

/**
 * Reads one entry again from the bytes of its file, now with the bodies that were passed over. Null where these bytes
 * can no longer be read, or are no entry any more.
 */
export async function readAgain(
  file: Blob,
  { start, end }: Pick<IndexedEntry, "start" | "end">,
  attached?: Attached,
): Promise<WholeEntry | null> {
  try {
    const bytes = bytesOf(file.slice(start, end));
    const { entries, problems } = await readHarFile("", bytes, { wantsBody: () => true, attached });
    const [first] = entries;
    return first === undefined ? null : { entry: first.entry, problem: problems[0]?.reason ?? null };
  } catch (error) {
    if (error instanceof NotHarError || error instanceof DOMException) return null;
    throw error;
  }
}
