import type { HarProblem } from "./entry.ts";

/** One element of `log.entries` as JSON has it, or the reason why it is not even JSON. */
export type RawEntry = { readonly value: unknown } | { readonly lost: string };

/** A HAR file's log before its entries are repaired. */
export interface RawLog {
  readonly creator: unknown;
  readonly entries: readonly RawEntry[];
  readonly problems: readonly HarProblem[];
}

/** A problem of the file as a whole. */
export function fileProblem(reason: string): HarProblem {
  return { entry: null, reason, lost: false };
}
