import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { knowledge } from "../rules/knowledge.ts";
import { causesPage } from "./causes-page.ts";

/** Writes docs/causes.md from the rules; with `--check`, fails where the page is stale. */
const path = join(import.meta.dirname, "../docs/causes.md");

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const page = causesPage(knowledge);
const isCurrent = existsSync(path) && readFileSync(path, "utf8") === page;

if (!values.check) {
  writeFileSync(path, page);
  process.stdout.write(`Wrote docs/causes.md: ${knowledge.rules.length} causes.\n`);
} else if (!isCurrent) {
  process.stderr.write("docs/causes.md is stale: a rule changed since it was written. Run: npm run causes\n");
  process.exitCode = 1;
}
