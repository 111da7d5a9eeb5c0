import { Draft } from "./draft.ts";
import type { Flaw, FoundEntry } from "./found-entry.ts";
import type { Frame } from "./frames.ts";
import * as json from "./json-bytes.ts";
import { OpenEntry } from "./open-entry.ts";
import type { Member } from "./shape.ts";

/** What is kept of the value that is read, and where it is written: to the file's draft or to that of the open entry. */
export class EntryBuffer {
  readonly file = new Draft();
  readonly entry = new OpenEntry();
  /** The member whose value is read; undefined where nobody needs it. */
  member: Member | undefined;
  /** Whether the value that is read is kept. */
  keeps = false;
  /** Where in the file it begins. */
  valueStart = 0;
  /** The first flaw of the file. */
  flaw: Flaw | null = null;
  #draft = this.file;
  /** The draft's length before the value, to take it back. */
  #mark = 0;

  get draft(): Draft {
    return this.#draft;
  }

  beginEntry(start: number): void {
    this.entry.begin(start);
    this.#draft = this.entry.draft;
    this.#mark = 0;
  }

  /** The entry that ended; null where none was open. */
  endEntry(end: number): FoundEntry | null {
    this.#draft = this.file;
    return this.entry.end(end);
  }

  /** Writes a member's name before its value. */
  introduce(member: Member, frame: Frame): void {
    if (!frame.empty) this.#draft.put(json.commaByte);
    frame.empty = false;
    this.#draft.put(member.introduction);
    this.#mark = this.#draft.length;
  }

  /** Leaves the value out where it was too long. */
  leaveOutTooLong(): void {
    if (!this.#draft.overflows) return;
    this.entry.leaveOut(this.member?.name ?? "");
    this.forget();
  }

  /** Puts nothing in the place of the value. */
  forget(): void {
    this.#draft.cutTo(this.#mark);
    this.#draft.put(json.nothing);
  }

  /** Checks a value outside of entries at once, so that a flaw in one costs no other. */
  checkOutside(): void {
    if (this.entry.isOpen || !this.keeps || this.#draft.value(this.#mark) !== null) return;
    this.note({ at: this.valueStart, expected: "a value" });
    this.forget();
  }

  note(flaw: Flaw): void {
    this.flaw ??= flaw;
    this.entry.note(flaw);
  }

  /** The file's draft; null for the value where that has not ended. */
  fileSoFar(isInValue: boolean): string {
    return isInValue && !this.entry.isOpen && this.keeps ? `${this.file.text(0, this.#mark)}null` : this.file.text();
  }

  /** To be called before the bytes that were handed in are written over. */
  secure(): void {
    this.file.secure();
    this.entry.draft.secure();
  }
}
