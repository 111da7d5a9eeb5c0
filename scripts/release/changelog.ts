/** What CHANGELOG.md gets from commits: the subjects of those that carry a trailer, such as `Changelog: fixed`. */

/** The trailer's values, which are Keep a Changelog's kinds of change, in the order of the page. */
const kinds = ["Added", "Changed", "Fixed", "Removed", "Security"] as const;

/** Under this heading stands by hand what the next version says besides its commits. */
const unreleased = "## Unreleased";

/** One commit: its trailer's value as written, and its subject. */
export interface Change {
  readonly kind: string;
  readonly subject: string;
}

/** Separates the trailer from the subject in each line of `git log`; no subject holds a control character. */
const separator = "\u001f";

/** What `git log` is asked to write, a line for each commit, newest first. */
export const logFormat = "%(trailers:key=Changelog,valueonly,separator=%x2C)%x1f%s";

/** The changes that a log in `logFormat` names, oldest first; commits without the trailer are not for users. */
export function changesOf(log: string): Change[] {
  const lines = log.split("\n").map((line) => line.split(separator));
  return lines.flatMap(([kind, subject]) => (kind && subject ? [{ kind: kind.trim(), subject }] : [])).reverse();
}

/**
 * CHANGELOG.md with a section for a new version: what stood under Unreleased, and the changes by kind. A kind that is
 * none of ours counts as "Changed". Throws where the page has no heading Unreleased, or nothing would be told.
 */
export function withVersion(page: string, version: string, date: string, changes: readonly Change[]): string {
  const at = page.indexOf(`${unreleased}\n`);
  if (at < 0) throw new Error(`CHANGELOG.md has no heading "${unreleased}".`);
  const byHand = sectionAt(page, at);
  const told = [byHand, ...kinds.map((kind) => listed(kind, changes))].filter((text) => text !== "").join("\n\n");
  if (told === "")
    throw new Error("No commit since the last version has a Changelog trailer, and nothing is Unreleased.");
  const rest = page.slice(endOfSection(page, at));
  return `${page.slice(0, at)}${unreleased}\n\n## ${version} – ${date}\n\n${told}\n${rest === "" ? "" : `\n${rest}`}`;
}

/** What CHANGELOG.md says of a version, without its heading; null where it has no such section. */
export function sectionOf(page: string, version: string): string | null {
  const at = page.indexOf(`## ${version} – `);
  return at < 0 ? null : sectionAt(page, at);
}

function listed(kind: string, changes: readonly Change[]): string {
  const own = changes.filter((change) => kindOf(change) === kind);
  return own.length === 0 ? "" : `### ${kind}\n\n${own.map(({ subject }) => `- ${subject}`).join("\n")}`;
}

function kindOf({ kind }: Change): string {
  return kinds.find((each) => each.toLowerCase() === kind.toLowerCase()) ?? "Changed";
}

function sectionAt(page: string, at: number): string {
  const heading = page.indexOf("\n", at);
  return page.slice(heading, endOfSection(page, at)).trim();
}

/** Where the next version's heading stands behind the one at `at`, or the page ends. */
function endOfSection(page: string, at: number): number {
  const next = page.indexOf("\n## ", at);
  return next < 0 ? page.length : next + 1;
}
