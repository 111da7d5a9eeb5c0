import type { DiagnosedSession } from "../diagnosis/diagnosed-session.ts";
import type { Explanation } from "../diagnosis/explanation.ts";
import type { Place } from "../diagnosis/place.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { type ReportSource, type ReportSummary, summaryOf } from "../reports/report.ts";
import { type Recorded, Recording } from "../session/recording.ts";
import type { Opened } from "./open-files.ts";

/** The classifier, as the composition root hands it in. */
export type Examine = (recorded: readonly Recorded[]) => DiagnosedSession;

/** What was found in the files, with the explanations of their refused requests. */
export interface DiagnosedFiles {
  readonly report: ReportSummary;
  readonly explanations: readonly Explanation[];
  readonly recorded: readonly Recorded[];
  /** The request at a place of a file; undefined where there is none. */
  exchangeAt(place: Place): Exchange | undefined;
}

/**
 * Diagnoses the files, each as a session of its own or all as one. A file that was not opened stays in the report, with
 * its reason.
 */
export function diagnoseFiles(opened: readonly Opened[], filesTogether: boolean, examine: Examine): DiagnosedFiles {
  const sessions = filesTogether ? [opened] : opened.map((file) => [file]);
  const found = sessions.map((files) => examinedFiles(files, examine));
  const exchanges = new Map(found.flatMap(({ session }) => session.map((each) => [keyOf(each), each])));
  return {
    report: joined(found.flatMap(({ reported }) => reported.map(summaryOf))),
    explanations: found.flatMap(({ reported }) => reported.flatMap(({ explanations }) => explanations)),
    recorded: found.flatMap(({ recorded }) => recorded),
    exchangeAt: (place) => exchanges.get(keyOf(place)),
  };
}

function keyOf({ file, entry }: Place): string {
  return `${entry} ${file}`;
}

/** What the files of one session were found to hold. */
interface Found {
  readonly reported: readonly ReportSource[];
  readonly recorded: readonly Recorded[];
  readonly session: readonly Exchange[];
}

function examinedFiles(files: readonly Opened[], examine: Examine): Found {
  const read = files.flatMap((file) => ("har" in file ? [file.har] : []));
  const refused = files.flatMap((file) => ("har" in file ? [] : [refusal(file.name, file.refused)]));
  if (read.length === 0) return { reported: refused, recorded: [], session: [] };
  const recording = new Recording();
  for (const file of read) recording.addFile(file);
  const { recorded, sources } = recording;
  const { session, explanations, findings, failures } = examine(recorded);
  return {
    reported: [{ sources, explanations, findings, failures }, ...refused],
    recorded,
    session: session.exchanges,
  };
}

function refusal(file: string, reason: string): ReportSource {
  const problems = [{ entry: null, reason, lost: true }];
  return { sources: [{ file, count: 0, problems }], explanations: [], findings: [], failures: [] };
}

/** Joins the summaries of several sessions. */
export function joined(reports: readonly ReportSummary[]): ReportSummary {
  return {
    files: reports.flatMap(({ files }) => files),
    findings: reports.flatMap(({ findings }) => findings),
  };
}
