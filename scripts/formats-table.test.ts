import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formats } from "../src/reports/formats.ts";
import { withFormatsTable } from "./formats-table.ts";

test.each(["command-line.md", "exports.md"])("docs/%s lists every format; -u writes it", async (page) => {
  const path = join(import.meta.dirname, "../docs", page);
  await expect(withFormatsTable(await readFile(path, "utf8"), formats)).toMatchFileSnapshot(path);
});

test("a page without marks is refused", () => {
  expect(() => withFormatsTable("# Page\n", formats)).toThrow("no marks");
});
