import { type Case, openCase } from "../src/diagnosis/case.ts";
import type { Advice } from "../src/diagnosis/diagnosis.ts";
import type { Rule, Weighed, Weight } from "../src/diagnosis/rule.ts";
import { steps } from "../src/diagnosis/steps.ts";
import { repairEntry } from "../src/har/repair.ts";
import { openSession } from "../src/session/open-session.ts";

/** The page of all causes, in the order in which API Gateway refuses. */
export function causesPage(rules: readonly Rule[]): string {
  const groups = [...steps, { id: "elsewhere", label: "Elsewhere" }]
    .map(({ id, label }) => ({ label, rules: rules.filter(({ refusedAt }) => refusedAt === id).sort(byId) }))
    .filter((group) => group.rules.length > 0);
  const subject = exampleCase();
  return [
    "# Causes",
    "",
    `<!-- Generated from rules/ by \`npm run causes\`; edit the rules instead. -->`,
    "",
    `The ${rules.length} causes of a 403 that this program knows, by the step at which each refuses. Commands are written`,
    `for the request \`GET ${exampleUrl}\`.`,
    "",
    ...groups.flatMap((group) => [`- ${group.label}`, ...group.rules.map(tocLine)]),
    ...groups.flatMap((group) => group.rules.flatMap((rule) => section(rule, group.label, subject))),
    "",
  ].join("\n");
}

function byId(a: Rule, b: Rule): number {
  return a.id < b.id ? -1 : 1;
}

function tocLine({ id, title }: Rule): string {
  return `  - [${title}](#${id})`;
}

function section(rule: Rule, step: string, subject: Case): string[] {
  return [
    "",
    `## ${rule.id}`,
    "",
    `**${rule.title}**`,
    "",
    `Refused by ${rule.who}; step: ${step}.`,
    "",
    rule.means,
    "",
    "### How to confirm",
    "",
    ...adviceLines(rule.confirm(subject)),
    "",
    "### Fix",
    "",
    ...rule.fix(subject).flatMap((advice) => listItem(adviceLines(advice))),
    "",
    "### Clues",
    "",
    "| clue | if yes | if no |",
    "| --- | --- | --- |",
    ...rule.clues.map(clueRow),
    ...linkLines(rule),
  ];
}

function adviceLines({ says, command }: Advice): string[] {
  return command === null ? [says] : [says, "", "```sh", ...command.split("\n"), "```"];
}

function listItem(lines: readonly string[]): string[] {
  return lines.map((line, index) => (line === "" ? "" : `${index === 0 ? "- " : "  "}${line}`));
}

function clueRow({ clue, yes, no }: Weighed): string {
  return `| ${clue.id.replaceAll("|", "\\|")} | ${weightText(yes)} | ${weightText(no)} |`;
}

function weightText(weight: Weight): string {
  if (weight === "never") return "rules it out";
  if (weight === "proof") return "proves it";
  if (typeof weight === "object") return `${weightText(weight.doubt)}, casts doubt`;
  if (weight === 0) return "–";
  return weight > 0 ? `+${weight}` : `−${-weight}`;
}

function linkLines({ links }: Rule): string[] {
  if (links.length === 0) return [];
  return ["", "### Links", "", ...links.map(({ label, url }) => `- [${label}](${url})`)];
}

const exampleUrl = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";

/** Advice is written for a case; the page's case is the plainest there is. */
function exampleCase(): Case {
  const repair = repairEntry({
    startedDateTime: "2024-05-06T10:30:15.000Z",
    request: { method: "GET", url: exampleUrl, headers: [] },
    response: {
      status: 403,
      headers: [
        { name: "x-amzn-errortype", value: "ForbiddenException" },
        { name: "x-amz-apigw-id", value: "AbCdEfGhIjKlMnO=" },
      ],
      content: { mimeType: "application/json", text: '{"message":"Forbidden"}' },
    },
  });
  if ("lost" in repair) throw new Error(repair.lost);
  const producer = { name: "example", version: "", live: true };
  const session = openSession([{ file: "example.har", index: 0, producer, entry: repair.entry, bodyLost: null }], []);
  const [subject] = session.subjects;
  if (subject === undefined) throw new Error("The example request is no subject");
  return openCase(subject, session);
}
