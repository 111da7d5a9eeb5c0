import type { HarProblem } from "./entry.ts";

/** Entries whose problems are kept. Nobody reads more of them; a broken file of millions has to fit, too. */
const most = 1000;

/** The problems of one file, of which only so many are kept; the others are counted. */
export class ProblemList {
  readonly #listed: HarProblem[] = [];
  readonly #ofFile: HarProblem[] = [];
  #moreLost = 0;
  #moreTold = 0;

  /** An entry that cannot be used. */
  lose(entry: number, reason: string): void {
    if (this.#listed.length < most) this.#listed.push({ entry, reason, lost: true });
    else this.#moreLost++;
  }

  /** Something about an entry that was read. */
  tell(entry: number, reason: string): void {
    if (this.#listed.length < most) this.#listed.push({ entry, reason, lost: false });
    else this.#moreTold++;
  }

  /** Something about the file as a whole. */
  tellOfFile(...problems: readonly HarProblem[]): void {
    this.#ofFile.push(...problems);
  }

  /** All that is known, those of the file last. */
  all(): readonly HarProblem[] {
    const more = [
      { entry: null, reason: "More entries could not be used than are listed", lost: true, count: this.#moreLost },
      { entry: null, reason: "More entries have problems than are listed", lost: false, count: this.#moreTold },
    ];
    return [...this.#listed, ...more.filter(({ count }) => count > 0), ...this.#ofFile];
  }
}

/** How many problems these are, with those that stand for many. */
export function countOf(problems: readonly HarProblem[]): number {
  return problems.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** How many entries could not be used. */
export function lostEntries(problems: readonly HarProblem[]): number {
  return countOf(problems.filter((problem) => problem.lost && !isOfFile(problem)));
}

/** A problem of the file as a whole, of no entry. */
export function isOfFile({ entry, count }: HarProblem): boolean {
  return entry === null && count === undefined;
}
