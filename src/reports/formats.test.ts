import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { usage } from "../cli/arguments.ts";
import { descriptionOf, formatOf, formats } from "./formats.ts";

const root = join(import.meta.dirname, "../..");

test("every file of a format has its row", () => {
  const files = readdirSync(join(import.meta.dirname, "formats")).filter((name) => !name.includes(".test."));
  expect(formats.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

test("nothing but the registry names a format, so that a new one needs no other change", () => {
  const naming = globSync(["src/**/*.ts", "panel/**/*.{ts,tsx}"], {
    cwd: root,
    ignore: ["**/*.test.{ts,tsx}", "src/reports/formats/*.ts"],
  }).filter((path) => /"(?:markdown|minimal-har|ndjson|sarif)"/.test(readFileSync(join(root, path), "utf8")));
  expect(naming).toEqual([]);
});

test("--help lists every format with its purpose", () => {
  for (const { id, purpose } of formats) {
    const line = usage.split("\n").find((each) => new RegExp(`^(?: +| *--format FORMAT +)${id} `).test(each));
    expect(line, id).toContain(purpose);
  }
});

test("what the panel gets of a format can cross from the Worker", () => {
  for (const { id } of formats) {
    const description = descriptionOf(formatOf(id));
    expect(structuredClone(description)).toEqual(description);
    expect(description).not.toHaveProperty("writer");
  }
});
