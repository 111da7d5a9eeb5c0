import { join } from "node:path";
import { expect, test } from "vitest";
import { circlesIn } from "./circles.ts";
import { type Module, moduleOf, modules } from "./imports.ts";
import { isWithin, layers, packages, rowOf } from "./layers.ts";

const root = join(import.meta.dirname, "../..");
const all = modules(root);

/** What a module imports against the table, in sentences. */
function brokenBy({ path, own, packages: used }: Module): readonly string[] {
  const row = rowOf(path);
  if (row === null) return [`${path} is in no folder of scripts/layers/layers.ts`];
  const allowed = [row, ...(layers[row] ?? [])];
  const outside = own.filter((each) => !allowed.some((place) => isWithin(each, place)));
  return [
    ...outside.map((each) => `${path} imports ${each}; ${row} may import ${allowed.join(", ")}`),
    ...used.flatMap((name) => misplaced(path, name)),
  ];
}

function misplaced(path: string, name: string): readonly string[] {
  const found = packages.filter(
    (each) => each.package.test(name) && !each.folders.some((place) => isWithin(path, place)),
  );
  return found.map(({ folders, why }) => `${path} imports ${name}, which belongs in ${folders.join(", ")}: ${why}`);
}

test("every module imports what its folder may", () => {
  expect(all.length).toBeGreaterThan(500);
  expect(all.flatMap(brokenBy)).toEqual([]);
});

test("no modules import each other in a circle, types included", () => {
  expect(circlesIn(all)).toEqual([]);
});

test("every row of the table has files", () => {
  expect(Object.keys(layers).filter((row) => all.every(({ path }) => rowOf(path) !== row))).toEqual([]);
});

test.each([
  ["src/session/a.ts", 'import type { B } from "../diagnosis/b.ts";', /src\/session may import/],
  [
    "rules/causes/iam/a.ts",
    'export * from "../../clues/b.ts";',
    /rules\/causes may import rules\/causes, rules\/kit\.ts/,
  ],
  ["src/worker/a.ts", 'const b = await import("../../rules/index.ts");', /src\/worker may import/],
  ["src/exchange/a.ts", 'import { join } from "node:path";', /runs in the browser/],
  ["src/worker/a.ts", 'import { signal } from "@preact/signals";', /Preact draws the panel/],
  ["elsewhere/a.ts", "", /in no folder/],
])("%s with %s is found out", (path, text, says) => {
  expect(brokenBy(moduleOf(path, text))).toEqual([expect.stringMatching(says)]);
});

test("a circle is found out, and named", () => {
  const a = moduleOf("src/a.ts", 'import type { B } from "./b.ts";');
  const b = moduleOf("src/b.ts", 'export { A } from "./a.ts";');
  expect(circlesIn([a, b])).toEqual([["src/a.ts", "src/b.ts", "src/a.ts"]]);
});
