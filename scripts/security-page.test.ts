import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const root = new URL("../", import.meta.url);

/** The tests that the table of threats names: each file in backticks, with the titles that follow it in quotes. */
function testsNamedIn(page: string): readonly (readonly [file: string, title: string])[] {
  const cells = page.split("\n").flatMap((line) => (line.startsWith("| ") ? [line.split(" | ").at(-1) ?? ""] : []));
  return cells.flatMap((cell) =>
    cell.split(";").flatMap((part) => {
      const [, file, titles = ""] = /`([\w./-]+)` (".*)/.exec(part) ?? [];
      return file === undefined
        ? []
        : [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => [file, title] as const);
    }),
  );
}

test("every test that docs/security.md names exists", async () => {
  const named = testsNamedIn(await readFile(new URL("docs/security.md", root), "utf8"));
  expect(named.length).toBeGreaterThan(30);
  const missing: string[] = [];
  for (const [file, title] of named) {
    const text = await readFile(new URL(file, root), "utf8").catch(() => "");
    if (!text.includes(`("${title}"`) && !text.includes(`  "${title}",`)) missing.push(`${file}: ${title}`);
  }
  expect(missing).toEqual([]);
});
