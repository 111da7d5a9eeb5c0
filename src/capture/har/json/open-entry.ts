import { Draft } from "./draft.ts";
import type { Flaw, FoundEntry } from "./found-entry.ts";

/** The element that is being read, where one is. */
export class OpenEntry {
  readonly draft = new Draft();
  #start: number | null = null;
  #flaw: Flaw | null = null;
  #leftOut: string[] = [];

  /** Null where no entry is open. */
  get start(): number | null {
    return this.#start;
  }

  get isOpen(): boolean {
    return this.#start !== null;
  }

  begin(start: number): void {
    this.draft.clear();
    this.#start = start;
    this.#flaw = null;
    this.#leftOut = [];
  }

  /** Remembers the first flaw. */
  note(flaw: Flaw): void {
    if (this.isOpen) this.#flaw ??= flaw;
  }

  leaveOut(member: string): void {
    this.#leftOut.push(member);
  }

  /** Ends the entry; null where none was open. */
  end(end: number): FoundEntry | null {
    const start = this.#start;
    this.#start = null;
    return start === null ? null : { start, end, kept: this.draft, flaw: this.#flaw, leftOut: this.#leftOut };
  }
}
