import type { Report, ReportedFile } from "../advice/report.ts";
import type { Advice, Confidence, Evidence, Unseen } from "../diagnosis/diagnosis.ts";
import type { Explanation } from "../diagnosis/explanation.ts";
import type { HarProblem } from "../har/entry.ts";
import { harmless, harmlessLines, type Style } from "./terminal.ts";

/** How many sentences of evidence, and of what is not known, are shown; all of them are in the JSON document. */
const evidenceShown = 4;
const unknownShown = 3;

/** The explanations as a list for people, one block for each refused request. Ends with a line break. */
export function textReport(report: Report, explanations: readonly Explanation[], style: Style): string {
  const blocks = report.files.map((file) => {
    const own = explanations.filter(({ diagnosis }) => diagnosis.file === file.file);
    return [fileLine(file, style), ...own.map((explanation) => block(explanation, style).join("\n"))].join("\n\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

/** Problems of all files, one line for each reason, however many entries share it. */
export function problemLines(files: readonly ReportedFile[]): string[] {
  return files.flatMap(({ file, problems }) =>
    [...byReason(problems)].map(([reason, entries]) => harmless(`${file}: ${reason}${entriesText(entries)}`)),
  );
}

function fileLine({ file, entries, subjects }: ReportedFile, style: Style): string {
  const found = subjects === 0 ? "no refused request" : plural(subjects, "refused request");
  return `${style.bold(harmless(file))}: ${found} among ${plural(entries, "request")}`;
}

function block(explanation: Explanation, style: Style): string[] {
  const { diagnosis } = explanation;
  const request = `${diagnosis.status} ${diagnosis.method} ${diagnosis.url}`;
  return [
    `${style.dim(`#${diagnosis.entry}`)} ${style.bold(harmless(request))}`,
    `  → ${style.bold(harmless(explanation.title))}  ${confidence(explanation, style)}`,
    `    ${style.dim(harmless(`${explanation.who} · ${diagnosis.cause}`))}`,
    ...pageLines(explanation, style),
    ...evidenceLines(explanation.why, style),
    ...unknownLines(diagnosis.unknown, style),
    ...rivalLines(explanation, style),
    ...(diagnosis.nextCheck === null ? [] : adviceLines("check", diagnosis.nextCheck, style)),
    ...diagnosis.fix.flatMap((advice) => adviceLines("fix", advice, style)),
  ];
}

function confidence({ diagnosis }: Explanation, style: Style): string {
  const paint: Record<Confidence, (text: string) => string> = {
    certain: style.green,
    likely: style.yellow,
    ambiguous: style.red,
  };
  const text = `${diagnosis.confidence}, ${percent(diagnosis.probability)}`;
  return paint[diagnosis.confidence](diagnosis.confidence === "certain" ? "certain" : text);
}

function pageLines({ page, diagnosis }: Explanation, style: Style): string[] {
  const blocked = diagnosis.blocks.map((entry) => `#${entry}`).join(", ");
  const lines = page === null ? [] : [labelled("the page", harmless(`saw ${page.saw}: ${page.why}`), style)];
  return blocked === "" ? lines : [...lines, labelled("blocks", `the request behind it (${blocked})`, style)];
}

function evidenceLines(evidence: readonly Evidence[], style: Style): string[] {
  const different = evidence.filter(({ says }, at) => evidence.findIndex((each) => each.says === says) === at);
  return different.slice(0, evidenceShown).map(({ weight, says }) => {
    const sign = weight === null || weight < 0 ? "−" : "+";
    return labelled("because", `${sign} ${harmless(says)}`, style);
  });
}

function unknownLines(unknown: readonly Unseen[], style: Style): string[] {
  const lines = unknown.slice(0, unknownShown).map(({ what, why }) => harmless(`${what}: ${why}`));
  const more = unknown.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more (see --json)`] : [])].map((line) =>
    labelled("unknown", line, style),
  );
}

function rivalLines({ diagnosis, rivals }: Explanation, style: Style): string[] {
  if (diagnosis.confidence === "certain") return [];
  return rivals.map(({ title, probability, says }) =>
    labelled("or", harmless(`${title} (${percent(probability)})${says === "" ? "" : `: ${says}`}`), style),
  );
}

function adviceLines(label: string, { says, command }: Advice, style: Style): string[] {
  const lines = [labelled(label, harmless(says), style)];
  if (command === null) return lines;
  return [...lines, ...harmlessLines(command).map((line) => `${" ".repeat(margin)}${style.cyan(line)}`)];
}

const margin = 14;

function labelled(label: string, text: string, style: Style): string {
  return `    ${style.dim(label.padEnd(margin - 4))}${text}`;
}

function byReason(problems: readonly HarProblem[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { entry, reason } of problems) {
    const entries = groups.get(reason) ?? [];
    if (entry !== null) entries.push(entry);
    groups.set(reason, entries);
  }
  return groups;
}

const entriesNamed = 5;

function entriesText(entries: readonly number[]): string {
  if (entries.length === 0) return "";
  const named = entries.slice(0, entriesNamed).map((entry) => `#${entry}`);
  const more = entries.length - named.length;
  return ` (${named.join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
}

/** Never 100 %: what is rounded up to it would claim more than the diagnosis does. */
function percent(probability: number): string {
  const rounded = Math.round(probability * 100);
  return rounded === 100 ? "over 99 %" : `${rounded} %`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
