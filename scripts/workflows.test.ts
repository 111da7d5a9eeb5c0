import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** What GitHub runs for this repository may do no more than it must, and nobody can change it from outside. */
const folder = join(import.meta.dirname, "../.github/workflows");
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

describe.each(workflows)("$name", ({ name, text }) => {
  test("uses actions by the hash of their commit, with the version beside it, or its neighbours", () => {
    for (const [, action] of text.matchAll(/\buses:(.*)$/gm))
      expect(action).toMatch(
        /^ (?:[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/workflows\/[\w-]+\.yml)$/,
      );
  });

  test("can read the sources and nothing else, but for the job that drafts the release", () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
    const granted = [...text.matchAll(/^ +[\w-]+: write$/gm)].map(([grant]) => grant.trim());
    expect(granted).toEqual(name === "release.yml" ? ["contents: write"] : []);
    expect(text).not.toMatch(/permissions: *\S|\bsecrets\b/);
  });

  test("keeps the token from the files it checks out, and runs no words of a stranger", () => {
    const checkouts = text.split("actions/checkout@").slice(1);
    for (const checkout of checkouts) expect(checkout).toMatch(/^.*\n {8}with:\n {10}persist-credentials: false\n/);
    expect(text).not.toMatch(/pull_request_target|workflow_run|github\.event\.|github\.head_ref/);
    expect(text).not.toMatch(/run:.*\$\{\{ (?!matrix\.)/);
  });
});
