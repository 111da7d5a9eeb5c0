import { closeList, closeObject } from "./json-bytes.ts";
import type { Members } from "./shape.ts";

/** An object or a list that is open; `members` is null for a list of entries. */
export interface Frame {
  readonly close: number;
  readonly members: Members | null;
  /** Nothing of it was kept so far. */
  empty: boolean;
}

/** What is open around a place in a file, from the outermost to the innermost. Only what is looked into has a frame. */
export class Frames {
  readonly #open: Frame[] = [];

  get innermost(): Frame | undefined {
    return this.#open.at(-1);
  }

  open(members: Members | null): void {
    this.#open.push({ close: members === null ? closeList : closeObject, members, empty: true });
  }

  close(): Frame | undefined {
    return this.#open.pop();
  }

  /** Leaves the entry that is open; gives the number of brackets that it still has to close. */
  leaveEntry(): number {
    const entry = this.#open.findLastIndex(({ members }) => members === null) + 1;
    return this.#open.splice(entry).length;
  }

  /** How many frames end where this bracket closes one of them; 0 where it closes none. */
  endedBy(bracket: number): number {
    const frame = this.#open.findLastIndex(({ close }) => close === bracket);
    return frame === -1 ? 0 : this.#open.length - frame;
  }

  /** The brackets that would close the file after the open entry. */
  closingBrackets(): string {
    const list = this.#open.findIndex(({ members }) => members === null);
    const around = list === -1 ? this.#open : this.#open.slice(0, list + 1);
    return String.fromCharCode(...around.map(({ close }) => close).reverse());
  }
}
