import type { Log, ReportingDescriptor, Result } from "sarif";
import type { Confidence, DiagnosisCore } from "../../diagnosis/diagnosis.ts";
import type { Explanation } from "../../diagnosis/explanation.ts";
import type { Rule } from "../../diagnosis/rule.ts";
import { sha256Hex } from "../../exchange/sha256.ts";
import { encoded } from "../../exchange/target.ts";
import { escapedJson } from "../escape-controls.ts";
import type { ReportFormat, ReportOptions, ReportWriter } from "../format.ts";
import { inline, link } from "../markdown-text.ts";
import { percent } from "../percent.ts";
import { joinedSummary, type ReportSummary } from "../report.ts";

/** A log for pages that show the results of code scanning. */
export const sarif: ReportFormat<"sarif"> = {
  id: "sarif",
  label: "SARIF",
  purpose: "a log for pages that show the results of code scanning",
  mediaType: "application/sarif+json",
  baseName: "refused-requests",
  extension: "sarif",
  covers: "all",
  secrets: "placeholders",
  problemsIn: "`toolExecutionNotifications`",
  inPanel: true,
  writer: sarifWriter,
};

function sarifWriter({ knowledge, version }: ReportOptions): ReportWriter {
  const summaries: ReportSummary[] = [];
  const explanations: SarifSource["explanations"][number][] = [];
  return {
    begin: () => "",
    add(session) {
      summaries.push({ files: session.summary.files, findings: [] });
      explanations.push(...session.explanations.map(({ diagnosis, root, why }) => ({ diagnosis, root, why })));
      return "";
    },
    end() {
      const log = sarifLog({ summary: joinedSummary(summaries), explanations, causes: knowledge.rules, version });
      return `${escapedJson(log, 2)}\n`;
    },
  };
}

/** The parts of a rule that the log shows. */
type NamedCause = Pick<Rule, "id" | "title" | "means" | "links">;

interface SarifSource {
  readonly summary: Pick<ReportSummary, "files">;
  readonly explanations: readonly Pick<Explanation, "diagnosis" | "root" | "why">[];
  readonly causes: readonly NamedCause[];
  /** The version of this program; null where it is not known. */
  readonly version: string | null;
}

/**
 * Builds a SARIF 2.1.0 log: a rule for each cause that was found, a result for each refused request. A root keeps its
 * fingerprint from run to run unless its scope holds a secret.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifLog({ summary, explanations, causes, version }: SarifSource): Log {
  const found = new Set(explanations.map(({ diagnosis }) => diagnosis.cause));
  const rules = causes.filter(({ id }) => found.has(id)).map(ruleOf);
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const lost = summary.files.flatMap(({ file, problems }) => problems.map((problem) => ({ file, ...problem })));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "API Gateway 403", ...(version !== null && { version }), rules } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: lost.map(({ file, reason }) => ({
              level: "warning",
              message: { text: reason },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
            })),
          },
        ],
        results: explanations.map((each) => ({ ...resultOf(each), ruleIndex: index.get(each.diagnosis.cause) ?? -1 })),
      },
    ],
  };
}

function ruleOf({ id, title, means, links }: NamedCause): ReportingDescriptor {
  const [first] = links;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: means },
    help: {
      text: [means, ...links.map(({ label, url }) => `${label}: ${url}`)].join("\n"),
      markdown: [inline(means), ...links.map(({ label, url }) => `- ${link(label, url)}`)].join("\n\n"),
    },
    ...(first !== undefined && { helpUri: first.url }),
  };
}

const levels: Readonly<Record<Confidence, "error" | "warning" | "note">> = {
  certain: "error",
  likely: "warning",
  ambiguous: "note",
};

function resultOf({ diagnosis, root, why }: SarifSource["explanations"][number]): Result {
  const { cause, confidence, entry, file, method, url, status, probability } = diagnosis;
  return {
    ruleId: cause,
    level: levels[confidence],
    message: { text: [messageOf(root.title, diagnosis), ...why.map(({ says }) => `${says}.`)].join(" ") },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) } },
        logicalLocations: [{ name: `log.entries[${entry}]`, fullyQualifiedName: `${method} ${url}`, kind: "element" }],
      },
    ],
    partialFingerprints: { "root/v1": sha256Hex(root.key).slice(0, 32) },
    properties: { confidence, probability, status, entry },
  };
}

function messageOf(title: string, { status, method, url, confidence, probability }: DiagnosisCore): string {
  const sure = confidence === "certain" ? confidence : `${confidence}, ${percent(probability)}`;
  return `${method} ${url} was refused with ${status}: ${title} (${sure}).`;
}

/** A path as a relative reference (RFC 3986, 4.2). A backslash, which Windows separates folders with, becomes a slash. */
function uriOf(file: string): string {
  return file.replaceAll("\\", "/").split("/").map(encoded).join("/");
}
