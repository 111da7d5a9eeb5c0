import type { HarProblem } from "../../capture/entry.ts";
import { isOfFile } from "../../capture/problem-list.ts";
import { commandFor, type Shell } from "../../commands/shells.ts";
import type { Advice, Confidence, Evidence, ProbeResult, Unavailable, WhyNot } from "../../diagnosis/diagnosis.ts";
import type { Explanation } from "../../diagnosis/explanation.ts";
import type { Finding } from "../../diagnosis/finding.ts";
import { surest } from "../../diagnosis/findings.ts";
import { keyOf } from "../../diagnosis/place.ts";
import { resultSentence } from "../../probes/result-sentence.ts";
import { escapeControlLines, escapeControls } from "../escape-controls.ts";
import type { ReportedSession, ReportFormat, ReportOptions, ReportWriter } from "../format.ts";
import { percent } from "../percent.ts";
import { plural } from "../plural.ts";
import { probesIn, shiftOf } from "../probe-results.ts";
import { entriesText } from "../problem-lines.ts";
import type { ReportedFile } from "../report.ts";
import type { Style } from "../style.ts";

/** A list for people. */
export const text: ReportFormat<"text"> = {
  id: "text",
  label: "Text",
  purpose: "a list for people",
  mediaType: "text/plain",
  baseName: "refused-requests",
  extension: "txt",
  covers: "all",
  secrets: "placeholders",
  problemsIn: null,
  inPanel: false,
  writer: textWriter,
};

type TextOptions = Pick<ReportOptions, "shell" | "logs" | "style">;

function textWriter(options: TextOptions): ReportWriter {
  let separator = "";
  return {
    begin: () => "",
    add(session) {
      const files = session.summary.files.filter(({ problems }) => !problems.some(isFileLost));
      if (files.length === 0) return "";
      const written = `${separator}${textReport({ ...session, summary: { ...session.summary, files } }, options)}`;
      separator = "\n";
      return written;
    },
    end: () => "",
  };
}

function isFileLost(problem: HarProblem): boolean {
  return problem.lost && isOfFile(problem);
}

/** How many of each are shown; the JSON document has all of them. */
const evidenceShown = 4;
const unknownShown = 3;
const whyNotShown = 3;
const requestsShown = 10;

/** The findings as a list for people, one block for each root cause. Ends with a line break. */
export function textReport(
  { summary, explanations }: Pick<ReportedSession, "summary" | "explanations">,
  options: TextOptions,
): string {
  const { style } = options;
  const byPlace = new Map(explanations.map((each) => [keyOf(each.diagnosis), each]));
  const blocks = summary.files.map((file) => {
    const own = summary.findings.filter(({ requests }) => requests.some((each) => each.file === file.file));
    const texts = own.flatMap((finding) => block(finding, membersOf(finding, byPlace), options));
    return [fileLine(file, style), ...texts].join("\n\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

function membersOf({ requests }: Finding, byPlace: ReadonlyMap<string, Explanation>): readonly Explanation[] {
  return requests.flatMap((each) => byPlace.get(keyOf(each)) ?? []);
}

function fileLine({ file, entries, subjects }: ReportedFile, style: Style): string {
  const found = subjects === 0 ? "no refused request" : plural(subjects, "refused request");
  return `${style.bold(escapeControls(file))}: ${found} among ${plural(entries, "request")}`;
}

function block(finding: Finding, members: readonly Explanation[], { shell, logs, style }: TextOptions): string[] {
  const lead = surest(members);
  if (lead === undefined) return [];
  const advised = (label: string) => (advice: Advice) => adviceLines(label, advice, shell, style);
  const { owner, confirm, whyNot } = lead.full().diagnosis;
  const lines = [
    ...(members.length > 1 ? sharedHead(finding, members, lead, style) : ownHead(finding, lead, style)),
    ...pageLines(lead, style),
    ...blockLines(finding, style),
    ...evidenceLines(finding.evidence, style),
    ...unknownLines(finding.unknown, style),
    ...rivalLines(lead, finding, style),
    ...whyNotLines(whyNot, style),
    ...probesIn(members).flatMap((made) => checkLines(made, shell, style)),
    ...(finding.nextCheck === null ? [] : advised("check")(finding.nextCheck)),
    ...(confirm === null ? [] : advised("confirm")(confirm)),
    ...finding.fix.flatMap(advised("fix")),
    ...(logs ? [...owner.logs.flatMap(advised("logs")), ...owner.runbook.flatMap(advised("runbook"))] : []),
  ];
  return [lines.join("\n")];
}

function ownHead(finding: Finding, lead: Explanation, style: Style): string[] {
  return [
    requestLine(lead, style.bold, style),
    `  → ${style.bold(escapeControls(finding.title))}  ${confidence(finding, style)}`,
    whoLine(lead, style),
  ];
}

function sharedHead(finding: Finding, members: readonly Explanation[], lead: Explanation, style: Style): string[] {
  const shown = members.slice(0, requestsShown).map((each) => `    ${requestLine(each, escapeControls, style)}`);
  const more = members.length - shown.length;
  return [
    `${style.bold(`${plural(members.length, "request")}, one cause: ${escapeControls(finding.title)}`)}  ${confidence(finding, style)}`,
    whoLine(lead, style),
    ...shown,
    ...(more > 0 ? [`    and ${more} more (see --json)`] : []),
  ];
}

function requestLine({ diagnosis }: Explanation, paint: (text: string) => string, style: Style): string {
  const { entry, status, method, url } = diagnosis;
  return `${style.dim(`#${entry}`)} ${paint(escapeControls(`${status} ${method} ${url}`))}`;
}

function whoLine({ who, diagnosis }: Explanation, style: Style): string {
  return `    ${style.dim(escapeControls(`${who} · ${diagnosis.cause}`))}`;
}

function confidence(finding: Finding, style: Style): string {
  const paint: Record<Confidence, (text: string) => string> = {
    certain: style.green,
    likely: style.yellow,
    ambiguous: style.red,
  };
  const text = `${finding.confidence}, ${percent(finding.probability)}`;
  return paint[finding.confidence](finding.confidence === "certain" ? "certain" : text);
}

function pageLines({ page }: Explanation, style: Style): string[] {
  return page === null ? [] : [labelled("the page", escapeControls(`saw ${page.saw}: ${page.why}`), style)];
}

function blockLines({ blocks }: Finding, style: Style): string[] {
  if (blocks.length === 0) return [];
  const noun = blocks.length === 1 ? "the request behind it" : `${blocks.length} requests behind`;
  return [labelled("blocks", `${noun}${entriesText(blocks.map(({ entry }) => entry))}`, style)];
}

function evidenceLines(evidence: readonly Evidence[], style: Style): string[] {
  return evidence.slice(0, evidenceShown).map(({ weight, says }) => {
    const sign = weight === null || weight < 0 ? "−" : "+";
    return labelled("because", `${sign} ${escapeControls(says)}`, style);
  });
}

function unknownLines(unknown: readonly Unavailable[], style: Style): string[] {
  const lines = unknown.slice(0, unknownShown).map(({ what, why }) => escapeControls(`${what}: ${why}`));
  const more = unknown.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more (see --json)`] : [])].map((line) =>
    labelled("unknown", line, style),
  );
}

function rivalLines({ rivals, unexplained }: Explanation, finding: Finding, style: Style): string[] {
  if (finding.confidence === "certain") return [];
  return [...rivals, ...(unexplained === null ? [] : [unexplained])].map(({ title, probability, says }) =>
    labelled("or", escapeControls(`${title} (${percent(probability)}): ${says}`), style),
  );
}

function whyNotLines(causes: readonly WhyNot[], style: Style): string[] {
  return causes
    .slice(0, whyNotShown)
    .map(({ title, says }) => labelled("not", escapeControls(`${title}: ${says}`), style));
}

function adviceLines(label: string, advice: Advice, shell: Shell, style: Style): string[] {
  const lines = [labelled(label, escapeControls(advice.says), style)];
  const command = commandFor(advice, shell);
  if (command === null) return lines;
  return [...lines, ...escapeControlLines(command).map((line) => `${" ".repeat(margin)}${style.cyan(line)}`)];
}

function checkLines(made: ProbeResult, shell: Shell, style: Style): string[] {
  const told = [resultSentence(made), shiftOf(made)].map((line) => `${" ".repeat(margin)}${escapeControls(line)}`);
  return [...adviceLines("asked", made, shell, style), ...told];
}

const margin = 14;

function labelled(label: string, text: string, style: Style): string {
  return `    ${style.dim(label.padEnd(margin - 4))}${text}`;
}
