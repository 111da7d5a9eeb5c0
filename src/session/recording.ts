import type {
  HarEntry,
  HarFile,
  HarProblem,
  HarSummary,
  IndexedEntry,
  Producer,
  ReceivedBody,
} from "../capture/entry.ts";
import type { ReadCapture } from "../capture/read-capture.ts";
import type { SourceRecord } from "../capture/record.ts";
import type { ReadRecord } from "../capture/source.ts";

/** One request as it arrived, with where it came from. `bodyLost` says why the response's body could not be had. */
export interface Recorded {
  readonly file: string;
  readonly entry: number;
  readonly producer: Producer;
  readonly har: HarEntry;
  readonly bodyLost: string | null;
}

/** A file that was opened, or the page that is being watched. */
export interface Source {
  readonly file: string;
  readonly producer: Producer;
  readonly count: number;
  readonly problems: readonly HarProblem[];
}

/** How many live requests were evicted. */
export interface Evicted {
  readonly allowed: number;
  readonly refused: number;
}

const noneEvicted: Evicted = { allowed: 0, refused: 0 };

const unknownProducer: Producer = { name: "unknown", version: "", live: false };

/** The `file` of live requests. */
export const liveFile = "live";

/**
 * Everything that arrived, in order of arrival. While paused, arrivals are held back, not dropped.
 */
export class Recording {
  keepAfterNavigation = true;
  #recorded: Recorded[] = [];
  #held: Recorded[] = [];
  #records: readonly SourceRecord<unknown>[] = [];
  #sources = new Map<string, Source>();
  #paused = false;
  #pageLoadSeen = false;
  #evicted = noneEvicted;
  readonly #listeners = new Set<(file: string | null) => void>();

  get recorded(): readonly Recorded[] {
    return this.#recorded;
  }

  /** What was recorded beside requests. */
  get records(): readonly SourceRecord<unknown>[] {
    return this.#records;
  }

  get sources(): readonly Source[] {
    return [...this.#sources.values()];
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** How many requests wait for the end of a pause. */
  get heldBack(): number {
    return this.#held.length;
  }

  /** Whether a page was watched from its start: its document was requested, or the page went somewhere since. */
  get pageLoadSeen(): boolean {
    return this.#pageLoadSeen;
  }

  /** How many requests were evicted since the recording was last cleared. */
  get evicted(): Evicted {
    return this.#evicted;
  }

  /** Adds a file that was read whole. */
  addFile({ name, entries, records = [], ...summary }: HarFile & Partial<Pick<ReadCapture, "records">>): void {
    const file = this.beginFile(name);
    this.addEntries(file, entries, summary.producer);
    this.addRecords(file, records);
    this.endFile(file, summary);
  }

  /** Begins a file; gives the name it is kept under. A second file of a name gets a number, so that both stay apart. */
  beginFile(name: string): string {
    const file = this.#freeName(name);
    this.#sources.set(file, { file, producer: unknownProducer, count: 0, problems: [] });
    this.#changed(file);
    return file;
  }

  /** Adds entries of a file that is being read; none where it was forgotten meanwhile. */
  addEntries(file: string, entries: readonly IndexedEntry[], producer: Producer): void {
    const source = this.#sources.get(file);
    if (source === undefined) return;
    this.#sources.set(file, { ...source, producer, count: source.count + entries.length });
    for (const { index, entry } of entries) {
      this.#recorded.push({ file, entry: index, producer, har: entry, bodyLost: null });
    }
    this.#changed(file);
  }

  /** Adds records of other kinds than entries, which clues ask the session for. */
  addRecords(file: string, records: readonly ReadRecord[]): void {
    if (records.length === 0 || !this.#sources.has(file)) return;
    this.#records = [...this.#records, ...records.map((each) => ({ ...each, file }))];
    this.#changed(file);
  }

  /** Ends a file with its summary. */
  endFile(file: string, { producer, count, problems }: HarSummary): void {
    const source = this.#sources.get(file);
    if (source === undefined) return;
    this.#sources.set(file, { file, producer, count, problems });
    if (!isSame(source.producer, producer)) this.#setProducer(file, producer);
    this.#changed(file);
  }

  /** Forgets a file that turned out to be none. */
  dropFile(file: string): void {
    this.#sources.delete(file);
    this.#recorded = this.#recorded.filter((each) => each.file !== file);
    this.#records = this.#records.filter((each) => each.file !== file);
    this.#changed(file);
  }

  /** Adds a request that DevTools saw. `index` is a number that no other has, so that a late body finds its own. */
  addLive(index: number, entry: HarEntry, producer: Producer): void {
    const count = (this.#sources.get(liveFile)?.count ?? 0) + 1;
    this.#sources.set(liveFile, { file: liveFile, producer, count, problems: [] });
    this.#pageLoadSeen ||= isDocument(entry);
    const arrivals = this.#paused ? this.#held : this.#recorded;
    arrivals.push({ file: liveFile, entry: index, producer, har: entry, bodyLost: null });
    this.#changed(liveFile);
  }

  /** Completes a live request with its body, or with the reason why there is none. */
  setBody(index: number, body: ReceivedBody): void {
    for (const arrivals of [this.#recorded, this.#held]) {
      const at = arrivals.findLastIndex((each) => each.file === liveFile && each.entry === index);
      const found = arrivals[at];
      if (found !== undefined) arrivals[at] = withBody(found, body);
    }
    this.#changed(liveFile);
  }

  /** Keeps live requests no longer; each is named by its index. */
  evict(allowed: readonly number[], refused: readonly number[]): void {
    const leaving = new Set([...allowed, ...refused]);
    this.#recorded = this.#recorded.filter(({ file, entry }) => file !== liveFile || !leaving.has(entry));
    this.#evicted = {
      allowed: this.#evicted.allowed + allowed.length,
      refused: this.#evicted.refused + refused.length,
    };
    this.#changed(liveFile);
  }

  pause(): void {
    this.#paused = true;
    this.#changed(null);
  }

  resume(): void {
    this.#paused = false;
    this.#recorded = this.#recorded.concat(this.#held);
    this.#held = [];
    this.#changed(null);
  }

  /** Forgets everything, files included. */
  clear(): void {
    this.#recorded = [];
    this.#held = [];
    this.#records = [];
    this.#sources.clear();
    this.#evicted = noneEvicted;
    this.#changed(null);
  }

  /**
   * The inspected page went to `url`. Unless the log is kept, live requests of the page before are dropped. Requests
   * of the new page may have arrived already (Firefox reports navigations after the page's scripts ran, bug 1552686),
   * so everything since the new document's own request stays.
   */
  navigated(url: string): void {
    this.#pageLoadSeen = true;
    if (!this.keepAfterNavigation) {
      const start = this.#documentStart(url);
      this.#recorded = this.#recorded.filter((each) => each.file !== liveFile || startedSince(each, start));
    }
    this.#changed(null);
  }

  /**
   * Calls `listener` after every change with the file that it is of, or with null where it may be of several; returns the
   * function that ends this.
   */
  subscribe(listener: (file: string | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(file: string | null): void {
    for (const listener of this.#listeners) listener(file);
  }

  /** Some files name their producer after their entries. */
  #setProducer(file: string, producer: Producer): void {
    this.#recorded = this.#recorded.map((each) => (each.file === file ? { ...each, producer } : each));
  }

  #freeName(name: string): string {
    if (!this.#sources.has(name)) return name;
    let number = 2;
    while (this.#sources.has(`${name} (${number})`)) number++;
    return `${name} (${number})`;
  }

  #documentStart(url: string): number {
    const withoutFragment = url.split("#")[0];
    const document = this.#recorded.findLast(
      ({ file, har: entry }) =>
        file === liveFile && entry.request.url === withoutFragment && entry.startedDateTime !== null,
    );
    return document?.har.startedDateTime ?? Number.POSITIVE_INFINITY;
  }
}

function isSame(one: Producer, other: Producer): boolean {
  return one.name === other.name && one.version === other.version;
}

/** Firefox names no resource types; https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header says the same. */
function isDocument({ resourceType, request }: HarEntry): boolean {
  if (resourceType !== null) return resourceType === "document";
  return request.headers.some(({ name, value }) => name.toLowerCase() === "sec-fetch-dest" && value === "document");
}

function startedSince({ har: entry }: Recorded, start: number): boolean {
  return entry.startedDateTime !== null && entry.startedDateTime >= start;
}

/** The request completed with its body, or with the reason why there is none. */
export function withBody(recorded: Recorded, body: ReceivedBody): Recorded {
  if ("lost" in body) return { ...recorded, bodyLost: body.lost };
  const { har: entry } = recorded;
  const content = { ...entry.response.content, text: body.text };
  return { ...recorded, har: { ...entry, response: { ...entry.response, content } } };
}
