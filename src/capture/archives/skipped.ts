import type { Skipped } from "../named-bytes.ts";

const namesShown = 3;

/**
 * One sentence for all that was not read, grouped by reason: "3 other files were skipped: a.txt, b.png: each is no HAR
 * file; c.har is encrypted; …". Null where nothing was skipped. The archive chose the names: show them safely.
 */
export function skippedSentence(skipped: readonly Skipped[]): string | null {
  if (skipped.length === 0) return null;
  const byReason = new Map<string, string[]>();
  for (const { name, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  const groups = [...byReason].map(([reason, names]) => `${listed(names)} ${reason}`);
  const count = skipped.length === 1 ? "1 other file was skipped" : `${skipped.length} other files were skipped`;
  return `${count}: ${groups.join("; ")}.`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join(", ");
  const more = names.length > namesShown ? ` and ${names.length - namesShown} more` : "";
  return names.length === 1 ? shown : `${shown}${more}: each`;
}
