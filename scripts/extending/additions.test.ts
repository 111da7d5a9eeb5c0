import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { additions } from "./additions.ts";
import { CheckoutCopy } from "./checkout-copy.ts";

/** What holds for every change. */
const always = ["npx tsc --noEmit", "npx biome check ."];

describe("what an addition touches", () => {
  let copy: CheckoutCopy;
  beforeAll(() => {
    copy = new CheckoutCopy();
  });
  beforeEach(() => copy.reset());
  afterAll(() => copy.remove());

  test.each(additions.map((each) => [each.what, each] as const))("%s", { timeout: 600_000 }, (what, addition) => {
    const before = copy.git("rev-parse", "HEAD:").trim();
    for (const [path, text] of Object.entries(addition.files)) copy.write(path, text);
    for (const { path, found, replaced } of addition.rows) addRow(path, found, replaced);
    for (const line of addition.generate) copy.run(line);
    for (const line of [...always, ...addition.checks]) expectToPass(line);
    copy.commit(`Add ${what}`);
    const touched = copy.git("show", "--format=", "--name-only", "HEAD").trim().split("\n");
    const byHand = [...Object.keys(addition.files), ...addition.rows.map(({ path }) => path)];
    expect(touched.toSorted()).toEqual([...new Set([...byHand, ...addition.generated])].toSorted());
    copy.git("revert", "--no-edit", "HEAD");
    expect(copy.git("rev-parse", "HEAD:").trim()).toBe(before);
  });

  function addRow(path: string, found: string, replaced: string): void {
    const text = readFileSync(join(copy.folder, path), "utf8");
    expect(text.split(found)).toHaveLength(2);
    copy.write(path, text.replace(found, replaced));
  }

  function expectToPass(line: string): void {
    const { ended, printed } = copy.run(line);
    expect(ended, `${line}\n${printed}`).toBe(true);
  }
});

test.each([
  ["a cause", 2],
  ["a clue", 2],
  ["a kind of input", 4],
  ["a format of reports", 2],
  ["a section of the panel", 2],
])("%s is %i files by hand, tests and rows in lists among them", (what, count) => {
  const found = additions.filter((each) => each.what === what);
  const byHand = found.flatMap(({ files, rows }) => [...Object.keys(files), ...rows.map(({ path }) => path)]);
  expect(new Set(byHand).size).toBe(count);
});
