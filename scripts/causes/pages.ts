import { plainUrl } from "../../rules/plain-case.ts";
import { type CauseName, type CausePage, causeNames, causePage, type Sign } from "../../src/diagnosis/cause-page.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import type { Knowledge } from "../../src/diagnosis/knowledge.ts";
import type { Weight } from "../../src/diagnosis/rule.ts";
import type { SimilarCause } from "../../src/diagnosis/similar-causes.ts";
import { groupBy } from "../../src/session/group-by.ts";

/** The page of all causes, in the order in which API Gateway refuses. */
export function causesPage(knowledge: Knowledge): string {
  const { rules } = knowledge;
  const names = causeNames(knowledge);
  const subject = knowledge.plainCase();
  const pages = names.flatMap(({ id }) =>
    rules.filter((rule) => rule.id === id).map((rule) => causePage(rule, knowledge, subject)),
  );
  return [
    "# Causes",
    "",
    `<!-- Generated from rules/ by \`npm run causes\`. -->`,
    "",
    `The ${rules.length} causes of a 403 that this program knows, by the step at which each refuses. Commands are written`,
    `for the request \`GET ${plainUrl}\`.`,
    "",
    ...[...groupBy(names, ({ step }) => step)].flatMap(([step, group]) => [`- ${step}`, ...group.map(tocLine)]),
    ...pages.flatMap(section),
    "",
  ].join("\n");
}

function tocLine({ id, title }: CauseName): string {
  return `  - [${title}](#${id})`;
}

function section(page: CausePage): string[] {
  return [
    "",
    `## ${page.id}`,
    "",
    `**${page.title}**`,
    "",
    `Refused by ${page.who}; step: ${page.step}.`,
    "",
    page.means,
    "",
    "### How to confirm",
    "",
    ...adviceLines(page.confirm),
    "",
    "### Fix",
    "",
    ...page.fix.flatMap((advice) => listItem(adviceLines(advice))),
    "",
    "### Clues",
    "",
    "| clue | if yes | if no |",
    "| --- | --- | --- |",
    ...page.signs.map(signRow),
    ...confusionLines(page),
    ...linkLines(page),
  ];
}

function adviceLines({ says, command }: Advice): string[] {
  return command === null ? [says] : [says, "", "```sh", ...command.split("\n"), "```"];
}

function listItem(lines: readonly string[]): string[] {
  return lines.map((line, index) => (line === "" ? "" : `${index === 0 ? "- " : "  "}${line}`));
}

function signRow({ clue, holds, yes, no }: Sign): string {
  return `| ${holds.replaceAll("|", "\\|")} (\`${clue}\`) | ${weightText(yes)} | ${weightText(no)} |`;
}

function weightText(weight: Weight): string {
  if (weight === "never") return "rules it out";
  if (weight === "proof") return "proves it";
  if (typeof weight === "object") return `${weightText(weight.doubt)}, casts doubt`;
  if (weight === 0) return "–";
  return weight > 0 ? `+${weight}` : `−${-weight}`;
}

function confusionLines({ confusedWith }: CausePage): string[] {
  if (confusedWith.length === 0) return [];
  return ["", "### Looks like", "", ...confusedWith.map(confusionLine)];
}

function confusionLine({ cause, title, apart }: SimilarCause): string {
  const by = apart.length === 0 ? "" : `; told apart by whether ${apart.join("; whether ")}`;
  return `- [${title}](#${cause})${by}`;
}

function linkLines({ links }: CausePage): string[] {
  if (links.length === 0) return [];
  return ["", "### Links", "", ...links.map(({ label, url }) => `- [${label}](${url})`)];
}
