import { Draft } from "./draft.ts";
import * as json from "./json-bytes.ts";
import { MemberName } from "./member-name.ts";
import { Passing } from "./passing.ts";
import { entryMembers, fileMembers, type Member, type Members, memberNamed } from "./shape.ts";

/** Where bytes stop being JSON, and what should have stood there. Offsets count bytes from the start of the file. */
export interface Flaw {
  readonly at: number;
  readonly expected: string;
}

/** An element of a list of entries, from `start` up to `end`. */
export interface FoundEntry {
  readonly start: number;
  readonly end: number;
  /** What is read of it. It is written anew after `onEntry`. */
  readonly draft: Draft;
  /** Where it was seen to be no JSON. What is passed over is not checked. */
  readonly flaw: Flaw | null;
  /** Members that are too long to be kept. */
  readonly leftOut: readonly string[];
}

const nothing = new TextEncoder().encode("null");
const comma = Uint8Array.of(json.comma);

/** An object or a list that is open; `members` is null for a list of entries. */
interface Frame {
  readonly close: number;
  readonly members: Members | null;
  empty: boolean;
}

/** What the next byte belongs to. `next` comes behind an opening bracket or a comma, `passing` is inside of a value. */
type State = "start" | "next" | "name" | "colon" | "value" | "passing" | "after-value" | "end";

/**
 * Reads the bytes of a HAR file in pieces of any size and hands out its entries one by one. Keeps no more than the entry
 * it is in. Goes on after flaws: one inside an entry costs that entry, one outside costs none.
 */
export class Scanner {
  /** What is read of the file outside its entries; in place of those stands an empty list. */
  readonly file = new Draft();
  /** The first flaw of the file. */
  flaw: Flaw | null = null;
  /** How many lists of entries were found. */
  lists = 0;
  readonly #onEntry: (entry: FoundEntry) => void;
  readonly #entry = new Draft();
  readonly #frames: Frame[] = [];
  readonly #name = new MemberName();
  readonly #passing = new Passing();
  #state: State = "start";
  #afterComma = false;
  #bytes: Uint8Array = new Uint8Array(0);
  readonly #tail: readonly number[];
  #offset: number;
  /** 1 where the last byte escapes the first one of the next piece, else 0. */
  #escaped = 0;
  #draft = this.file;
  /** The member whose value is read; undefined where nobody needs it. */
  #member: Member | undefined;
  /** The draft's length before that value, to take it back. */
  #mark = 0;
  #kept = false;
  #valueStart = 0;
  #start: number | null = null;
  #entryFlaw: Flaw | null = null;
  #leftOut: string[] = [];

  /**
   * @param offset where in the file the first byte stands that will be read
   * @param tail bytes that may follow the end
   */
  constructor(onEntry: (entry: FoundEntry) => void, { offset, tail }: { offset: number; tail: readonly number[] }) {
    this.#onEntry = onEntry;
    this.#offset = offset;
    this.#tail = tail;
  }

  /** Where in the file the next byte stands. */
  get offset(): number {
    return this.#offset;
  }

  /** Anything but white space was read. */
  get began(): boolean {
    return this.#state !== "start";
  }

  /** Where the entry begins that has not ended; null where none is open. */
  get openEntry(): number | null {
    return this.#start;
  }

  /** Reads the next bytes. They may be written over afterwards. */
  read(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#bytes = bytes;
    let at = this.#escaped;
    (this.#state === "name" ? this.#name : this.#passing).write(bytes, 0, at);
    while (at < bytes.length) at = this.#step(at);
    this.#escaped = at - bytes.length;
    this.#offset += bytes.length;
    this.file.secure();
    this.#entry.secure();
  }

  /** No more bytes come. True where the file was complete. */
  finish(): boolean {
    if (this.#state === "passing" && this.#frames.length === 0 && this.#passing.mayEnd) this.#endPassing(0);
    return this.#state === "end";
  }

  /** What was read of the file outside its entries, as JSON: an open value is null, and open brackets are closed. */
  fileSoFar(): string {
    const isInside = this.#state === "passing" && this.#start === null && this.#kept;
    const written = isInside ? `${this.file.text(0, this.#mark)}null` : this.file.text();
    const list = this.#frames.findIndex(({ members }) => members === null);
    const open = list === -1 ? this.#frames : this.#frames.slice(0, list + 1);
    return written + String.fromCharCode(...open.map(({ close }) => close).reverse());
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
    const frame = this.#frames.at(-1);
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
    const members = this.#frames.at(-1)?.members ?? [];
    this.#member = memberNamed(members, this.#name.bytes());
    this.#state = "value";
    return at + 1;
  }

  #beginValue(at: number, byte: number): number {
    if (byte === json.comma || byte === json.colon || byte === json.closeObject || byte === json.closeList) {
      return this.#misplaced(at, byte, "a value");
    }
    const frame = this.#frames.at(-1);
    if (frame === undefined) return this.#beginFile(at, byte);
    if (frame.members === null) return this.#beginEntry(at, byte);
    return this.#beginMember(at, byte, frame);
  }

  #beginFile(at: number, byte: number): number {
    if (byte === json.openList) return this.#openEntries(at);
    if (byte === json.openObject) return this.#open(at, fileMembers);
    return this.#beginPassing(at, byte, this.#draft);
  }

  #beginEntry(at: number, byte: number): number {
    this.#draft = this.#entry;
    this.#draft.clear();
    this.#mark = 0;
    this.#start = this.#offset + at;
    this.#entryFlaw = null;
    this.#leftOut = [];
    if (byte === json.openObject) return this.#open(at, entryMembers);
    return this.#beginPassing(at, byte, this.#draft);
  }

  #beginMember(at: number, byte: number, frame: Frame): number {
    const member = this.#member;
    if (member === undefined) return this.#beginPassing(at, byte, null);
    if (!frame.empty) this.#draft.put(comma);
    frame.empty = false;
    this.#draft.put(member.introduction);
    this.#mark = this.#draft.length;
    const { shape } = member;
    if (shape === "body") return this.#beginBody(at, byte);
    if (shape === "entries" && byte === json.openList) return this.#openEntries(at);
    if (typeof shape === "object" && byte === json.openObject) return this.#open(at, shape);
    return this.#beginPassing(at, byte, this.#draft);
  }

  /** A body that is no text is none. */
  #beginBody(at: number, byte: number): number {
    if (byte !== json.quote) {
      this.#draft.put(nothing);
      return this.#beginPassing(at, byte, null);
    }
    this.#passing.beginBody(this.#draft.openBody());
    this.#kept = true;
    this.#state = "passing";
    return at + 1;
  }

  #beginPassing(at: number, byte: number, sink: Draft | null): number {
    this.#passing.begin(byte, sink);
    this.#kept = sink !== null;
    this.#valueStart = at + this.#offset;
    this.#state = "passing";
    return this.#pass(at);
  }

  #pass(at: number): number {
    const end = this.#passing.read(this.#bytes, at);
    return this.#passing.open ? end : this.#endPassing(end);
  }

  #endPassing(end: number): number {
    if (this.#passing.brokenString) this.#note(end, "the end of a text in double quotes");
    if (this.#draft.overflows) this.#leaveOut();
    if (this.#start === null) this.#check();
    return this.#endValue(end);
  }

  /** Values outside of entries are checked at once, so that a flaw in one costs no other. */
  #check(): void {
    if (!this.#kept || this.#passing.isBody || isJson(this.#draft.text(this.#mark))) return;
    this.#note(this.#valueStart - this.#offset, "a value");
    this.#forget();
  }

  #leaveOut(): void {
    this.#leftOut.push(this.#member?.name ?? "");
    this.#forget();
  }

  /** Puts nothing in the place of the value that is being read. */
  #forget(): void {
    if (!this.#kept) return;
    this.#draft.cutTo(this.#mark);
    this.#draft.put(nothing);
  }

  #openEntries(at: number): number {
    this.lists++;
    return this.#open(at, null);
  }

  #open(at: number, members: Members | null): number {
    const [open, close] = members === null ? [json.openList, json.closeList] : [json.openObject, json.closeObject];
    this.#draft.put(Uint8Array.of(open));
    this.#frames.push({ close, members, empty: true });
    this.#state = "next";
    this.#afterComma = false;
    return at + 1;
  }

  #close(at: number): number {
    const frame = this.#frames.pop();
    if (frame !== undefined) this.#draft.put(Uint8Array.of(frame.close));
    return this.#endValue(at + 1);
  }

  #endValue(at: number): number {
    const frame = this.#frames.at(-1);
    this.#state = frame === undefined ? "end" : "after-value";
    if (frame?.members === null && this.#start !== null) this.#endEntry(this.#start, this.#offset + at);
    return at;
  }

  #endEntry(start: number, end: number): void {
    this.#onEntry({ start, end, draft: this.#entry, flaw: this.#entryFlaw, leftOut: this.#leftOut });
    this.#start = null;
    this.#draft = this.file;
  }

  #afterValue(at: number, byte: number): number {
    const frame = this.#frames.at(-1);
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
    if (this.#start !== null) return this.#breakEntry(at);
    const closed = this.#frames.findLastIndex(({ close }) => close === byte);
    if (closed !== -1) return this.#closeDownTo(closed, at);
    if (byte === json.comma) return this.#readComma(at);
    const beginsNext = byte === json.quote || byte === json.openObject;
    return this.#state === "after-value" && beginsNext ? this.#readComma(at) - 1 : at + 1;
  }

  #note(at: number, expected: string): void {
    const flaw = { at: this.#offset + at, expected };
    this.flaw ??= flaw;
    if (this.#start !== null) this.#entryFlaw ??= flaw;
  }

  /** Passes over the rest of the entry. */
  #breakEntry(at: number): number {
    const list = this.#frames.findLastIndex(({ members }) => members === null);
    this.#passing.beginInside(this.#frames.length - 1 - list);
    this.#frames.length = list + 1;
    this.#state = "passing";
    return at;
  }

  #closeDownTo(frame: number, at: number): number {
    while (this.#frames.length > frame + 1) this.#close(at);
    return this.#close(at);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
