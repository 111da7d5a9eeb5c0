import type { Draft } from "./draft.ts";
import { EntryBuffer } from "./entry-buffer.ts";
import { type FileOffsets, noBytes } from "./file-offsets.ts";
import type { Flaw, FoundEntry } from "./found-entry.ts";
import { type Frame, Frames } from "./frames.ts";
import * as json from "./json-bytes.ts";
import { MemberName } from "./member-name.ts";
import { PlainEntry } from "./plain-entry.ts";
import { entryMembers, fileMembers, type Members } from "./shape.ts";
import { ValueSkipper } from "./value-skipper.ts";

/** What the next byte belongs to. `next` comes behind an opening bracket or a comma, `passing` is inside of a value. */
type State = "start" | "next" | "name" | "colon" | "value" | "passing" | "after-value" | "end";

/**
 * Reads the bytes of a HAR file in pieces of any size and hands out its entries one by one. Keeps no more than the entry
 * it is in. Goes on after flaws: one inside an entry costs that entry, one outside costs none.
 */
export class Scanner {
  /** How many lists of entries were found. */
  lists = 0;
  readonly #onEntry: (entry: FoundEntry) => boolean;
  readonly #keeping = new EntryBuffer();
  readonly #plain = new PlainEntry();
  readonly #frames = new Frames();
  readonly #name = new MemberName();
  readonly #passing = new ValueSkipper();
  #state: State = "start";
  #afterComma = false;
  #bytes = noBytes;
  readonly #tail: readonly number[];
  readonly #offsets: FileOffsets;
  /** The place in the piece that is read next; the next piece begins at 1 where its first byte is escaped. */
  #at = 0;
  #pauses = false;

  /**
   * @param onEntry tells whether to pause behind the entry
   * @param offsets where in the file the bytes stand
   * @param tail bytes that may follow the end
   */
  constructor(onEntry: (entry: FoundEntry) => boolean, offsets: FileOffsets, tail: readonly number[]) {
    this.#onEntry = onEntry;
    this.#offsets = offsets;
    this.#tail = tail;
  }

  /** What is read of the file outside its entries; in place of those stands an empty list. */
  get file(): Draft {
    return this.#keeping.file;
  }

  /** The first flaw of the file. */
  get flaw(): Flaw | null {
    return this.#keeping.flaw;
  }

  /** Where in the file the bytes end that were read. */
  get offset(): number {
    return this.#offsets.of(0);
  }

  /** Anything but white space was read. */
  get began(): boolean {
    return this.#state !== "start";
  }

  /** Where the entry begins that has not ended; null where none is open. */
  get openEntry(): number | null {
    return this.#keeping.entry.start;
  }

  /** Takes the next piece, which `goOn` reads. Some of it has to have been read when the piece before is written over. */
  begin(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#offsets.begin(bytes);
    this.#bytes = bytes;
    (this.#state === "name" ? this.#name : this.#passing).write(bytes, 0, this.#at);
  }

  /** Reads the piece; false where it paused behind an entry, true at the end. The piece may be written over then. */
  goOn(): boolean {
    this.#pauses = false;
    let at = this.#at;
    while (at < this.#bytes.length && !this.#pauses) at = this.#step(at);
    this.#at = at;
    if (at < this.#bytes.length) return false;
    this.#keeping.secure();
    // A byte stream takes the piece's buffer away.
    this.#at -= this.#bytes.length;
    this.#bytes = noBytes;
    this.#offsets.end();
    return true;
  }

  /** No more bytes come. True where the file was complete. */
  finish(): boolean {
    if (this.#state === "passing" && this.#frames.innermost === undefined && this.#passing.mayEnd) this.#endPassing(0);
    return this.#state === "end";
  }

  /** What was read of the file outside its entries, as JSON: an open value is null, and open brackets are closed. */
  fileSoFar(): string {
    return this.#keeping.fileSoFar(this.#state === "passing") + this.#frames.closingBrackets();
  }

  #step(at: number): number {
    if (this.#state === "passing") return this.#pass(at);
    if (this.#state === "name") return this.#readName(at);
    const place = json.skipSpace(this.#bytes, at);
    const byte = this.#bytes[place];
    return byte === undefined ? place : this.#readToken(place, byte);
  }

  #readToken(at: number, byte: number): number {
    switch (this.#state) {
      case "next":
        return this.#next(at, byte);
      case "colon":
        return this.#colon(at, byte);
      case "after-value":
        return this.#afterValue(at, byte);
      case "end":
        return this.#afterEnd(at, byte);
      default:
        return this.#beginValue(at, byte);
    }
  }

  /** A member or an element, or the bracket that closes. */
  #next(at: number, byte: number): number {
    const frame = this.#frames.innermost;
    if (byte === frame?.close && !this.#afterComma) return this.#close(at);
    if (frame?.members === null) return this.#beginValue(at, byte);
    if (byte !== json.quote) return this.#misplaced(at, byte, "a name in double quotes");
    this.#name.begin();
    this.#state = "name";
    return at + 1;
  }

  #readName(at: number): number {
    const end = json.stringEnd(this.#bytes, at);
    this.#name.write(this.#bytes, at, Math.min(end, this.#bytes.length));
    if (end >= this.#bytes.length) return end;
    this.#state = "colon";
    if (this.#bytes[end] === json.quote) return end + 1;
    return this.#misplaced(end, json.lineFeed, "the end of a name in double quotes");
  }

  #colon(at: number, byte: number): number {
    if (byte !== json.colon) return this.#misplaced(at, byte, '":"');
    const members = this.#frames.innermost?.members ?? [];
    this.#keeping.member = this.#name.memberOf(members);
    this.#state = "value";
    return at + 1;
  }

  #beginValue(at: number, byte: number): number {
    if (byte === json.comma || byte === json.colon || byte === json.closeObject || byte === json.closeList) {
      return this.#misplaced(at, byte, "a value");
    }
    const frame = this.#frames.innermost;
    if (frame === undefined) return this.#beginFile(at, byte);
    if (frame.members === null) return this.#beginEntry(at, byte);
    return this.#beginMember(at, byte, frame);
  }

  #beginFile(at: number, byte: number): number {
    if (byte === json.openList) return this.#open(at, null);
    if (byte === json.openObject) return this.#open(at, fileMembers);
    return this.#beginPassing(at, byte, this.#keeping.draft);
  }

  #beginEntry(at: number, byte: number): number {
    const end = byte === json.openObject ? this.#plain.read(this.#bytes, at) : null;
    return end === null ? this.#openEntry(at, byte) : this.#takePlain(at, end);
  }

  #takePlain(at: number, end: number): number {
    this.#state = "after-value";
    const place = { start: this.#offsets.of(at), end: this.#offsets.of(end) };
    this.#pauses = this.#onEntry({ ...place, kept: this.#plain, flaw: null, leftOut: [] });
    return end;
  }

  #openEntry(at: number, byte: number): number {
    this.#keeping.beginEntry(this.#offsets.of(at));
    if (byte === json.openObject) return this.#open(at, entryMembers);
    return this.#beginPassing(at, byte, this.#keeping.draft);
  }

  #beginMember(at: number, byte: number, frame: Frame): number {
    const { member } = this.#keeping;
    if (member === undefined) return this.#beginPassing(at, byte, null);
    this.#keeping.introduce(member, frame);
    const { shape } = member;
    if (shape === "body") return this.#beginBody(at, byte);
    if (shape === "entries" && byte === json.openList) return this.#open(at, null);
    if (typeof shape === "object" && byte === json.openObject) return this.#open(at, shape);
    return this.#beginPassing(at, byte, this.#keeping.draft);
  }

  /** A body that is no text is none. */
  #beginBody(at: number, byte: number): number {
    if (byte !== json.quote) {
      this.#keeping.draft.put(json.nothing);
      return this.#beginPassing(at, byte, null);
    }
    this.#passing.beginBody(this.#keeping.draft.openBody());
    this.#keeping.keeps = true;
    this.#state = "passing";
    return at + 1;
  }

  #beginPassing(at: number, byte: number, sink: Draft | null): number {
    this.#passing.begin(byte, sink);
    this.#keeping.keeps = sink !== null;
    this.#keeping.valueStart = this.#offsets.of(at);
    this.#state = "passing";
    return this.#pass(at);
  }

  #pass(at: number): number {
    const end = this.#passing.read(this.#bytes, at);
    return this.#passing.open ? end : this.#endPassing(end);
  }

  #endPassing(end: number): number {
    if (this.#passing.brokenString) this.#note(end, "the end of a text in double quotes");
    this.#keeping.leaveOutTooLong();
    if (!this.#passing.isBody) this.#keeping.checkOutside();
    return this.#endValue(end);
  }

  #open(at: number, members: Members | null): number {
    if (members === null) this.lists++;
    this.#keeping.draft.put(Uint8Array.of(members === null ? json.openList : json.openObject));
    this.#frames.open(members);
    this.#state = "next";
    this.#afterComma = false;
    return at + 1;
  }

  #close(at: number): number {
    const frame = this.#frames.close();
    if (frame !== undefined) this.#keeping.draft.put(Uint8Array.of(frame.close));
    return this.#endValue(at + 1);
  }

  #endValue(at: number): number {
    const frame = this.#frames.innermost;
    this.#state = frame === undefined ? "end" : "after-value";
    const found = frame?.members === null ? this.#keeping.endEntry(this.#offsets.of(at)) : null;
    if (found === null) return at;
    this.#pauses = this.#onEntry(found);
    return at;
  }

  #afterValue(at: number, byte: number): number {
    const frame = this.#frames.innermost;
    if (byte === frame?.close) return this.#close(at);
    if (byte !== json.comma) return this.#misplaced(at, byte, frame?.members === null ? '"," or "]"' : '"," or "}"');
    return this.#readComma(at);
  }

  #readComma(at: number): number {
    this.#state = "next";
    this.#afterComma = true;
    return at + 1;
  }

  #afterEnd(at: number, byte: number): number {
    if (!this.#tail.includes(byte)) this.#note(at, "the end of the file");
    return at + 1;
  }

  /** What stands at `at` cannot stand there. */
  #misplaced(at: number, byte: number, expected: string): number {
    this.#note(at, expected);
    if (this.#keeping.entry.isOpen) return this.#breakEntry(at);
    const ended = this.#frames.endedBy(byte);
    for (let left = ended; left > 1; left--) this.#close(at);
    if (ended > 0) return this.#close(at);
    if (byte === json.comma) return this.#readComma(at);
    const beginsNext = byte === json.quote || byte === json.openObject;
    return this.#state === "after-value" && beginsNext ? this.#readComma(at) - 1 : at + 1;
  }

  #note(at: number, expected: string): void {
    this.#keeping.note({ at: this.#offsets.of(at), expected });
  }

  /** Passes over the rest of the entry. */
  #breakEntry(at: number): number {
    this.#passing.beginInside(this.#frames.leaveEntry());
    this.#state = "passing";
    return at;
  }
}
