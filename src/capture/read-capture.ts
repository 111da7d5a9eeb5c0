import type { ByteSource } from "./byte-source.ts";
import type { CaptureFile } from "./capture-file.ts";
import type { HarFile, IndexedEntry } from "./entry.ts";
import type { CaptureReading, ReadRecord } from "./source.ts";

/** All that could be read of one capture. */
export interface ReadCapture extends HarFile {
  /** Records of other kinds than entries. */
  readonly records: readonly ReadRecord[];
}

/** Reads a capture of any kind and gives all of it at once. Rejects like `CaptureSource.read`. */
export async function readCapture(
  { name, source, attached }: Pick<CaptureFile, "name" | "source" | "attached">,
  bytes: ByteSource,
  wantsBody: CaptureReading["wantsBody"],
): Promise<ReadCapture> {
  const entries: IndexedEntry[] = [];
  const records: ReadRecord[] = [];
  const summary = await source.read(bytes, {
    wantsBody,
    attached,
    onEntries: (more) => append(entries, more),
    onRecords: (more) => append(records, more),
  });
  return { name, ...summary, entries, records };
}

/** A file may hold more than a call takes as parameters. */
function append<T>(all: T[], more: readonly T[]): void {
  for (const each of more) all.push(each);
}
