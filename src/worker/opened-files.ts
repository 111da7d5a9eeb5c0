import type { CaptureFile } from "../capture/capture-file.ts";
import type { IndexedEntry } from "../capture/entry.ts";
import { readAgain, type WholeEntry } from "../capture/har/read-again.ts";
import type { Attached } from "../capture/named-bytes.ts";
import type { Recorded } from "../session/recording.ts";

/** A file that can be read again, and where in it the entries stand, by their indexes. */
interface OpenedFile {
  readonly bytes: Blob;
  readonly attached: Attached | undefined;
  readonly starts: number[];
  readonly ends: number[];
}

/** A file as it was chosen, and where in it the entries stand that were read. */
export interface WholeFile {
  readonly bytes: Blob;
  /** Reads bodies that stand in files of their own. */
  readonly attached: Attached | undefined;
  readonly entries: readonly IndexedEntry[];
}

/** The chosen files, so that skipped bodies can still be read. */
export class OpenedFiles {
  readonly #files = new Map<string, OpenedFile>();

  /** Begins a file under its name in the recording. Only bytes at hand, with entries at known places, can be read again. */
  begin(file: string, { bytes, attached, source }: CaptureFile): void {
    if (source.hasOffsets && bytes instanceof Blob) this.#files.set(file, { bytes, attached, starts: [], ends: [] });
  }

  add(file: string, entries: readonly IndexedEntry[]): void {
    const opened = this.#files.get(file);
    if (opened === undefined) return;
    for (const { index, start, end } of entries) {
      opened.starts[index] = start;
      opened.ends[index] = end;
    }
  }

  drop(file: string): void {
    this.#files.delete(file);
  }

  clear(): void {
    this.#files.clear();
  }

  /** Whether the file of an entry is one that can be read again. */
  has(file: string): boolean {
    return this.#files.has(file);
  }

  /** A file that can be read again, with these of its entries and where they stand in it; null for any other. */
  whole(file: string, known: readonly Pick<Recorded, "entry" | "har">[]): WholeFile | null {
    const opened = this.#files.get(file);
    if (opened === undefined) return null;
    const { bytes, attached, starts, ends } = opened;
    const entries = known.flatMap(({ entry: index, har }) => {
      const [start, end] = [starts[index], ends[index]];
      return start === undefined || end === undefined ? [] : { index, start, end, entry: har };
    });
    return { bytes, attached, entries };
  }

  /** The entry as its file has it now; null where the file has it no more. */
  async entryAt(file: string, index: number): Promise<WholeEntry | null> {
    const opened = this.#files.get(file);
    const [start, end] = [opened?.starts[index], opened?.ends[index]];
    if (opened === undefined || start === undefined || end === undefined) return null;
    return readAgain(opened.bytes, { start, end }, opened.attached);
  }
}
