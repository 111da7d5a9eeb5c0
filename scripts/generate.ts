import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { indexFiles } from "./rules/indexes.ts";

/** `npm run generate`: writes the indexes of rules and clues anew, then the table of causes, which follows from them. */
for (const { path, text } of indexFiles()) writeFileSync(path, text);

const { knowledge } = await import("../rules/knowledge.ts");
const { causesTable } = await import("./causes/table.ts");
writeFileSync(join(import.meta.dirname, "../docs/causes.md"), causesTable(knowledge));
