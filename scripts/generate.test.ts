import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { knowledge } from "../rules/knowledge.ts";
import { causesTable } from "./causes/table.ts";
import { indexFiles } from "./rules/indexes.ts";

const root = join(import.meta.dirname, "..");

const generated = [...indexFiles(), { path: join(root, "docs/causes.md"), text: causesTable(knowledge) }];

test.each(generated.map((each) => [relative(root, each.path), each] as const))(
  "%s is fresh; if not: npm run generate",
  (_, { path, text }) => expect(readFileSync(path, "utf8")).toBe(text),
);
