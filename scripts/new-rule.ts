import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { examplesText, refuseId, ruleText, withExamples, withRule } from "./rule-files.ts";

/** `npm run new-rule <id>`: lays down a rule, its examples, and its place in the index. */
const folder = join(import.meta.dirname, "../rules");
const indexPath = join(folder, "index.ts");
const examplesPath = join(folder, "examples.ts");

function addRule(id: string): void {
  const index = readFileSync(indexPath, "utf8");
  writeFileSync(join(folder, `${id}.ts`), ruleText(id));
  writeFileSync(join(folder, `${id}.examples.ts`), examplesText(id));
  writeFileSync(indexPath, withRule(index, id));
  writeFileSync(examplesPath, withExamples(readFileSync(examplesPath, "utf8"), id));
  process.stdout.write(`Wrote rules/${id}.ts and rules/${id}.examples.ts, and added both to their indexes.

Next: put a capture of the refusal into rules/${id}.examples.ts, then fill in rules/${id}.ts until this passes:
  npx vitest run rules -t ${id}
Clues are in src/diagnosis/clues, advice in rules/advice/owner-commands.ts and command.ts. At the end: npm run causes && npm test
`);
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 2;
}

const [id, ...more] = process.argv.slice(2);
if (id === undefined || more.length > 0) {
  refuse("Usage: npm run new-rule <id>, where <id> names the cause, such as api-key-missing.");
} else {
  const existing = existsSync(join(folder, `${id}.ts`)) ? [id] : [];
  const refusal = refuseId(id, existing);
  if (refusal === null) addRule(id);
  else refuse(refusal);
}
