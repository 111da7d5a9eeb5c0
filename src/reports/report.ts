import type { HarProblem } from "../capture/entry.ts";
import type { RuleFailure } from "../diagnosis/diagnosed-session.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Explanation } from "../diagnosis/explanation.ts";
import type { Finding } from "../diagnosis/finding.ts";
import type { Source } from "../session/recording.ts";

/** The counts and problems of one file. `entries` counts all of `log.entries`, readable or not. */
export interface ReportedFile {
  readonly file: string;
  readonly entries: number;
  readonly subjects: number;
  readonly problems: readonly HarProblem[];
}

/** The files and findings of one session or of several. */
export interface ReportSummary {
  readonly files: readonly ReportedFile[];
  readonly findings: readonly Finding[];
}

/** The JSON document that `apigw403 --json` prints and the panel exports. A change of its shape raises `version`. */
export interface Report extends ReportSummary {
  readonly format: "api-gateway-403";
  readonly version: 1;
  readonly diagnoses: readonly Diagnosis[];
}

/** The sources of one session with its explanations and findings. A rule that failed is a problem of its file. */
export interface ReportSource {
  readonly sources: readonly Pick<Source, "file" | "count" | "problems">[];
  readonly explanations: readonly Explanation[];
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Counts the entries and refused requests of each file, and puts the findings beside them. */
export function summaryOf({ sources, explanations, findings, failures }: ReportSource): ReportSummary {
  const files = sources.map(({ file, count, problems }) => ({
    file,
    entries: count,
    subjects: explanations.filter(({ diagnosis }) => diagnosis.file === file).length,
    problems: [...problems, ...failures.filter((failure) => failure.file === file).map(problemOf)],
  }));
  return { files, findings };
}

/** Joins the summaries of several sessions. */
export function joinedSummary(summaries: readonly ReportSummary[]): ReportSummary {
  return {
    files: summaries.flatMap(({ files }) => files),
    findings: summaries.flatMap(({ findings }) => findings),
  };
}

/** Builds the JSON document, with every diagnosis in full. */
export function reportOf({ files, findings }: ReportSummary, explanations: readonly Explanation[]): Report {
  const diagnoses = explanations.map((each) => each.full().diagnosis);
  return { format: "api-gateway-403", version: 1, files, diagnoses, findings };
}

function problemOf({ entry, rule, reason }: RuleFailure): HarProblem {
  return { entry, reason: `The rule ${rule} failed: ${reason}`, lost: false };
}
