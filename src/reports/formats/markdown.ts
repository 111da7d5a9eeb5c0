import { commandFor, type Shell } from "../../commands/shells.ts";
import type { Advice, Evidence, ProbeResult } from "../../diagnosis/diagnosis.ts";
import type { Explanation } from "../../diagnosis/explanation.ts";
import type { Finding } from "../../diagnosis/finding.ts";
import { surest } from "../../diagnosis/findings.ts";
import { type IacSnippet, type IacTool, iacToolNames, iacTools } from "../../diagnosis/iac.ts";
import { keyOf } from "../../diagnosis/place.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { redactText } from "../../privacy/redaction.ts";
import { resultSentence } from "../../probes/result-sentence.ts";
import { requestAsCurl } from "../curl.ts";
import type { ReportedSession, ReportFormat } from "../format.ts";
import { code, fenced, inline, link } from "../markdown-text.ts";
import { percent } from "../percent.ts";
import { plural } from "../plural.ts";
import { probesIn, shiftOf } from "../probe-results.ts";
import type { ReportedFile } from "../report.ts";

/** A report for a ticket. */
export const markdown: ReportFormat<"markdown"> = {
  id: "markdown",
  label: "Report for a ticket (Markdown)",
  purpose: "a report for a ticket, for somebody who was not there",
  mediaType: "text/markdown",
  baseName: "refused-requests",
  extension: "md",
  covers: "all",
  secrets: "placeholders",
  problemsIn: null,
  inPanel: true,
  writer: ({ shell }) => ({
    begin: () => head,
    add: (session) => markdownReport(session, shell),
    end: () => "",
  }),
};

const head = "# Refused requests (403)\n";

/** Requests that a finding lists one by one. */
const requestsShown = 20;

/**
 * Writes the findings of one session for somebody who was not there: refused requests, time, cause and confidence,
 * commands, and the limits of the capture. Holds no secret.
 */
export function markdownReport(
  { summary, explanations, exchangeAt }: Pick<ReportedSession, "summary" | "explanations" | "exchangeAt">,
  shell: Shell,
): string {
  const byPlace = new Map(explanations.map((each) => [keyOf(each.diagnosis), each]));
  const blocks = summary.findings.flatMap((finding) => {
    const members = finding.requests.flatMap((place) => byPlace.get(keyOf(place)) ?? []);
    return findingLines(finding, members, { exchangeAt, shell });
  });
  return `${["", ...summary.files.map(fileLine), "", ...blocks].join("\n").trimEnd()}\n`;
}

function fileLine({ file, entries, subjects, problems }: ReportedFile): string {
  const lost = problems.length === 0 ? "" : `; ${plural(problems.length, "problem")} in the file`;
  return `- ${code(file)}: ${plural(subjects, "refused request")} among ${plural(entries, "request")}${lost}`;
}

type Find = ReportedSession["exchangeAt"];

function findingLines(
  finding: Finding,
  members: readonly Explanation[],
  { exchangeAt, shell }: { readonly exchangeAt: Find; readonly shell: Shell },
): readonly string[] {
  const lead = surest(members);
  if (lead === undefined) return [];
  const { confirm, owner, declared } = lead.full().diagnosis;
  const advised = (advice: Advice) => adviceLines(advice, shell);
  return [
    `## ${inline(finding.title)}`,
    "",
    `**${sureness(finding)}** · ${inline(lead.who)} · cause ${code(finding.cause)}`,
    "",
    ...sinceLines(finding),
    inline(lead.means),
    "",
    ...section("What was refused", requestTable(members, exchangeAt)),
    ...section("What the page saw", lead.page === null ? [] : [inline(`${lead.page.saw}: ${lead.page.why}`)]),
    ...section("Why", finding.evidence.map(evidenceLine)),
    ...section("What else it could be", rivalLines(finding, lead)),
    ...section(
      "What was not visible",
      finding.unknown.map(({ what, why }) => `- ${inline(`${what}: ${why}`)}`),
    ),
    ...section(
      "What was asked",
      probesIn(members).flatMap((made) => checkLines(made, shell)),
    ),
    ...section(
      finding.confidence === "certain" ? "To see it where it lies" : "To make sure",
      [finding.nextCheck ?? [], confirm ?? []].flat().flatMap(advised),
    ),
    ...section("To fix it", finding.fix.flatMap(advised)),
    ...section("To declare the fix", declared.flatMap(declarationLines)),
    ...section("To find it in the logs", [owner.logs, owner.runbook].flatMap(firstOf).flatMap(advised)),
    ...section("The request again", curlLines(exchangeAt(lead.diagnosis), shell)),
    ...section(
      "More",
      finding.links.map(({ label, url }) => `- ${link(label, url)}`),
    ),
  ];
}

/** The first advice with a command; a ticket needs no more to begin with. */
function firstOf(advice: readonly Advice[]): readonly Advice[] {
  return advice.filter(({ command }) => command !== null).slice(0, 1);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`### ${title}`, "", ...lines, ""];
}

function sureness({ confidence, probability }: Finding): string {
  return confidence === "certain"
    ? "Certain"
    : `${confidence === "likely" ? "Likely" : "Ambiguous"}, ${percent(probability)}`;
}

function sinceLines({ since, until, requests, blocks }: Finding): readonly string[] {
  const stopped = blocks.length === 0 ? "" : `, which stopped ${plural(blocks.length, "more request")}`;
  const count = `${plural(requests.length, "refused request")}${stopped}`;
  if (since === null) return [`${count}; the capture shows no times.`, ""];
  return [
    `${count}, ${since === until ? "at" : "since"} ${since}${since === until ? "" : `, the last at ${until}`}.`,
    "",
  ];
}

function requestTable(members: readonly Explanation[], exchangeAt: Find): readonly string[] {
  const rows = members.slice(0, requestsShown).map(({ diagnosis }) => {
    const { entry, status, method, url } = diagnosis;
    const exchange = exchangeAt(diagnosis);
    const cells = [`#${entry}`, timeOf(exchange), String(status), code(`${method} ${url}`), requestIds(exchange)];
    return `| ${cells.join(" | ")} |`;
  });
  const more = members.length - rows.length;
  const rest = more === 0 ? [] : ["", `and ${plural(more, "more request")}.`];
  return [
    "| Entry | Time (UTC) | Status | Request | Request ids |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    ...rest,
  ];
}

function timeOf(exchange: Exchange | undefined): string {
  if (exchange === undefined || !exchange.startedAt.known) return "not shown";
  const start = new Date(exchange.startedAt.value);
  return Number.isNaN(start.getTime()) ? "not shown" : start.toISOString().replace("T", " ").replace("Z", "");
}

/** Response headers with the ids by which AWS finds a request in its logs. */
const idHeaders = ["x-amzn-requestid", "x-amz-apigw-id", "apigw-requestid", "x-amz-cf-id"];

function requestIds(exchange: Exchange | undefined): string {
  const { headers } = exchange?.response ?? { headers: null };
  const ids = idHeaders.flatMap((name) => {
    const value = headers?.get(name);
    return value === undefined ? [] : [`${name} ${code(redactText(value))}`];
  });
  return ids.length === 0 ? "none shown" : ids.join("<br>");
}

function evidenceLine({ weight, says }: Evidence): string {
  return `- ${weight === null || weight < 0 ? "Against" : "For"}: ${inline(says)}`;
}

function rivalLines({ confidence }: Finding, { rivals }: Explanation): readonly string[] {
  if (confidence === "certain") return [];
  return rivals.map(({ title, probability, says }) => `- ${inline(`${title} (${percent(probability)}): ${says}`)}`);
}

function adviceLines(advice: Advice, shell: Shell): readonly string[] {
  const command = commandFor(advice, shell);
  const fence = command === null ? [] : ["", ...fenced(shellLanguages[shell], command.split(/\r?\n/)), ""];
  return [`- ${inline(advice.says)}`, ...fence.map((line) => (line === "" ? "" : `  ${line}`))];
}

const shellLanguages: Readonly<Record<Shell, string>> = { bash: "sh", powershell: "powershell" };

const fenceLanguages: Readonly<Record<IacTool, string>> = {
  cloudformation: "yaml",
  cdk: "ts",
  terraform: "hcl",
  serverless: "yaml",
};

function declarationLines(declaration: IacSnippet): readonly string[] {
  const snippets = iacTools.flatMap((tool) => [
    `${iacToolNames[tool]}:`,
    "",
    ...fenced(fenceLanguages[tool], declaration[tool].split("\n")),
    "",
  ]);
  return [inline(declaration.says), "", ...snippets];
}

function checkLines(made: ProbeResult, shell: Shell): readonly string[] {
  return [...adviceLines(made, shell), `  - ${inline(resultSentence(made))}`, `  - ${inline(shiftOf(made))}`];
}

/** The request as a curl command, with variables of the shell in the place of secrets. */
function curlLines(exchange: Exchange | undefined, shell: Shell): readonly string[] {
  return exchange === undefined
    ? []
    : fenced(shellLanguages[shell], commandFor(requestAsCurl(exchange.request), shell).split("\n"));
}
