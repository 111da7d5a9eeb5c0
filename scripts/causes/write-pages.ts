import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { knowledge } from "../../rules/knowledge.ts";
import { causesPage } from "./pages.ts";

/** `npm run causes`: writes the page of every cause. */
const folder = join(import.meta.dirname, "../../build/docs");

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "causes.md"), causesPage(knowledge));
process.stdout.write(`Wrote build/docs/causes.md: ${knowledge.rules.length} causes.\n`);
