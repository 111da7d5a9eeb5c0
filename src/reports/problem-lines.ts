import type { HarProblem } from "../capture/entry.ts";
import { escapeControls } from "./escape-controls.ts";
import type { ReportedFile } from "./report.ts";

/** Lists the problems of all files: one line for each reason, with the entries that share it. Safe to print. */
export function problemLines(files: readonly ReportedFile[]): string[] {
  return files.flatMap(({ file, problems }) =>
    [...byReason(problems)].map(([reason, entries]) => escapeControls(`${file}: ${reason}${entriesText(entries)}`)),
  );
}

function byReason(problems: readonly HarProblem[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { entry, reason: told, count } of problems) {
    const reason = count === undefined ? told : `${told}: ${count} more`;
    const entries = groups.get(reason) ?? [];
    if (entry !== null) entries.push(entry);
    groups.set(reason, entries);
  }
  return groups;
}

const entriesNamed = 5;

/** The first entries in brackets: ` (#1, #2 and 3 more)`; empty where there are none. */
export function entriesText(entries: readonly number[]): string {
  if (entries.length === 0) return "";
  const named = entries.slice(0, entriesNamed).map((entry) => `#${entry}`);
  const more = entries.length - named.length;
  return ` (${named.join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
}
