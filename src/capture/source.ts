import type { ByteSource } from "./byte-source.ts";
import type { HarEntry, HarSummary, IndexedEntry, Producer } from "./entry.ts";
import type { Attached } from "./named-bytes.ts";
import type { SourceRecord } from "./record.ts";

/** A kind of input. Each has a folder of its own and a row in `sources.ts`. */
export interface CaptureSource {
  readonly id: string;
  /** Whether entries stand at known places of the bytes, so that one can be read again by itself. */
  readonly hasOffsets: boolean;
  /**
   * True for what this source reads.
   * @param head the first bytes, or all where there are fewer
   */
  recognises(head: Uint8Array, name: string): boolean;
  /**
   * Reads a capture from its first byte to its last. Rejects with `NotHarError` or `UnreadableError` where nothing of it
   * can be used; what was read before a damage stays, with the damage among the problems.
   */
  read(bytes: ByteSource, reading: CaptureReading): Promise<HarSummary>;
}

/** A record of another kind than an entry, before it is known under which name its file is kept. */
export type ReadRecord = Omit<SourceRecord<unknown>, "file">;

/** What to read, and the callbacks that receive it. */
export interface CaptureReading {
  /** Whether a diagnosis may need the body of this entry's response; others are skipped. */
  readonly wantsBody: (entry: HarEntry) => boolean;
  /** Reads bodies that stand in files of their own. */
  readonly attached?: Attached | undefined;
  /** Ends the reading, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Gets the entries while the file is being read, in its order, and the producer as far as it is known by then. The
   * reading goes on when what this returns is settled.
   */
  onEntries(entries: readonly IndexedEntry[], producer: Producer): void | Promise<void>;
  /** Gets records of other kinds, in the order of the file. */
  onRecords?(records: readonly ReadRecord[]): void;
  /** Asked behind every entry: whether to hand over the entries so far before the reading goes on. */
  isTurnOver?(): boolean;
  /** Gets the number of bytes read so far. */
  onProgress?(bytes: number): void;
}
