import type { ByteSource } from "../byte-source.ts";
import type { HarFile, HarSummary, IndexedEntry, Producer } from "../entry.ts";
import type { ProblemList } from "../problem-list.ts";
import type { CaptureReading } from "../source.ts";
import { UnreadableError } from "../unreadable-error.ts";
import { type EntryNeeds, EntryReader } from "./entry-reader.ts";
import { asFields, field, textOrNull } from "./fields.ts";
import { Encoding, joined } from "./json/encoding.ts";
import { FileOffsets } from "./json/file-offsets.ts";
import type { Flaw, FoundEntry } from "./json/found-entry.ts";
import { Scanner } from "./json/scanner.ts";
import { creatorIn, fileProblem, logOf } from "./log.ts";
import { notHar } from "./not-har.ts";
import { openingOf, openingSize } from "./opening.ts";

export { NotHarError } from "./not-har.ts";

/**
 * Reads a HAR file of any size while its bytes arrive, in constant memory. Entries that cannot be used are listed with
 * their reason and never cost the others; a file that was cut off, or whose container is damaged, gives every entry
 * before that. Rejects with `NotHarError` where the bytes are no HAR file.
 */
export async function readHar(source: ByteSource, reading: CaptureReading): Promise<HarSummary> {
  const file = new FileReading(reading);
  const damage = await readAll(source, file, reading);
  if (damage !== null && !file.hasEntries) throw notHar(damage);
  const { problems, ...summary } = file.finish();
  await file.handOver();
  const all = problems.all();
  return { ...summary, problems: damage === null ? all : [fileProblem(damage), ...all] };
}

/** Resolves to what broke the bytes off, in a sentence; null where they were read to their end. */
async function readAll(source: ByteSource, file: FileReading, reading: CaptureReading): Promise<string | null> {
  try {
    for await (const bytes of file.encoding.inUtf8(source)) {
      reading.signal?.throwIfAborted();
      await file.read(bytes);
      reading.onProgress?.(file.offset);
    }
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return `The file ${error.message}`;
  }
}

/** Reads a HAR file and gives all of it at once. */
export async function readHarFile(name: string, source: ByteSource, needs: EntryNeeds): Promise<HarFile> {
  const entries: IndexedEntry[] = [];
  const onEntries = (more: readonly IndexedEntry[]): void => {
    for (const entry of more) entries.push(entry);
  };
  const summary = await readHar(source, { ...needs, onEntries });
  return { name, ...summary, entries };
}

/** One file from its first byte to its last. */
class FileReading {
  readonly encoding = new Encoding();
  readonly #reading: CaptureReading;
  readonly #entries: EntryReader;
  #scanner: Scanner | null = null;
  /** The first bytes, until they are enough to tell what the file is. */
  #first: Uint8Array = new Uint8Array(0);

  constructor(reading: CaptureReading) {
    this.#reading = reading;
    this.#entries = new EntryReader(reading);
  }

  get offset(): number {
    return this.#scanner?.offset ?? this.#first.length;
  }

  get hasEntries(): boolean {
    return this.#entries.count > 0;
  }

  async read(bytes: Uint8Array): Promise<void> {
    if (this.#scanner === null) this.#readFirst(bytes);
    else this.#scanner.begin(bytes);
    while (this.#scanner?.goOn() === false) {
      await this.handOver();
      this.#reading.signal?.throwIfAborted();
    }
    await this.handOver();
  }

  async handOver(): Promise<void> {
    const entries = await this.#entries.settle();
    if (entries.length > 0) await this.#reading.onEntries(entries, this.#producer());
  }

  finish(): Omit<HarSummary, "problems"> & { readonly problems: ProblemList } {
    const scanner = this.#scanner ?? this.#readAtOnce();
    const cut = scanner.finish() ? null : this.#cutEntry(scanner);
    const { flaw, lists, file } = scanner;
    const { sawRequest: request, problems } = this.#entries;
    if (!request) this.#refuseBroken(scanner, cut);
    const log = logOf(JSON.parse(scanner.fileSoFar()), { lists, request });
    if (log.isEntry) this.#entries.take({ start: 0, end: scanner.offset, kept: file, flaw: null, leftOut: [] });
    if (flaw !== null) problems.tellOfFile(fileProblem(`${notJson(flaw)}; its entries were read one by one`));
    if (cut !== null) problems.tellOfFile(fileProblem(`${cut}; the entries before it were read`));
    problems.tellOfFile(...log.problems);
    return { producer: producerOf(log.creator), count: this.#entries.count, problems };
  }

  #producer(): Producer {
    const file: unknown = this.#scanner === null ? undefined : JSON.parse(this.#scanner.fileSoFar());
    return producerOf(creatorIn(file));
  }

  #readFirst(bytes: Uint8Array): void {
    this.#first = joined(this.#first, bytes);
    if (this.#first.length >= openingSize) this.#open();
    else this.#first = this.#first.slice();
  }

  #open(): Scanner {
    const { offset, tail } = openingOf(this.#first);
    const { isUtf16, markLength } = this.encoding;
    const offsets = new FileOffsets(isUtf16 ? markLength + 2 * offset : offset, isUtf16);
    const scanner = new Scanner((found) => this.#take(found), offsets, tail);
    scanner.begin(this.#first.subarray(offset));
    this.#scanner = scanner;
    return scanner;
  }

  /** What is no longer than its opening. */
  #readAtOnce(): Scanner {
    const scanner = this.#open();
    while (!scanner.goOn());
    return scanner;
  }

  #take(found: FoundEntry): boolean {
    this.#entries.take(found);
    return this.#reading.isTurnOver?.() ?? false;
  }

  /** Says where the file was cut off, and counts the entry that this cost. */
  #cutEntry({ openEntry, offset }: Scanner): string {
    if (openEntry === null) return `The file ends at byte ${offset}, before its end`;
    const index = this.#entries.count++;
    this.#entries.problems.lose(index, "The file ends inside this entry");
    return `The file ends at byte ${offset}, inside entry ${index}`;
  }

  #refuseBroken({ began, flaw }: Scanner, cut: string | null): void {
    if (flaw !== null) throw notHar(notJson(flaw));
    if (!began) throw notHar("The file is empty");
    if (cut !== null) throw notHar(cut);
  }
}

function notJson({ at, expected }: Flaw): string {
  return `The file is not JSON at byte ${at}, where ${expected} was expected`;
}

function producerOf(creator: unknown): Producer {
  const fields = asFields(creator);
  return {
    name: textOrNull(field(fields, "name")) ?? "unknown",
    version: textOrNull(field(fields, "version")) ?? "",
    live: false,
  };
}
