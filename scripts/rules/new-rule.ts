import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filesOfCauses, rulesFolder } from "./files.ts";
import { indexFiles } from "./indexes.ts";
import { examplesText, type NewRule, newRuleFrom, ruleText } from "./scaffold.ts";

/** `npm run new-rule <family>/<id>`: lays down a rule and its examples, and writes the indexes anew. */
const folder = join(rulesFolder, "causes");

function addRule({ family, id }: NewRule): void {
  const path = join(folder, family, id);
  writeFileSync(`${path}.ts`, ruleText(id));
  writeFileSync(`${path}.examples.ts`, examplesText(id));
  for (const index of indexFiles()) writeFileSync(index.path, index.text);
  process.stdout.write(`Wrote rules/causes/${family}/${id}.ts and ${id}.examples.ts beside it.

Put a capture of the refusal into the examples, then fill in the rule until this passes:
  npx vitest run rules/rules.test.ts -t ${id}
rules/kit.ts has everything that a rule needs. At the end: npm run generate && npm test
`);
}

const [name = "", ...more] = process.argv.slice(2);
const families = readdirSync(folder);
const ids = filesOfCauses().map((path) => basename(path, ".ts"));
const rule = newRuleFrom([name, ...more].join("/"), families, ids);
if ("reason" in rule) {
  process.stderr.write(`${rule.reason}\n`);
  process.exitCode = 2;
} else {
  addRule(rule);
}
