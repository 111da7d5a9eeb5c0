import { buildReport, type Report, type Reported } from "../advice/report.ts";
import type { Examination } from "../diagnosis/examination.ts";
import type { Explanation } from "../diagnosis/explanation.ts";
import type { HarFile } from "../har/entry.ts";
import { type Recorded, Recording } from "../session/recording.ts";
import type { Opened } from "./open-files.ts";

/** The classifier, as the composition root hands it in. */
export type Examine = (recorded: readonly Recorded[]) => Examination;

/** The report of all files, with the same diagnoses in words. */
export interface Diagnosed {
  readonly report: Report;
  readonly explanations: readonly Explanation[];
}

/** Diagnoses each file as a session of its own. A file that was not opened stays in the report, with its reason. */
export function diagnoseFiles(opened: readonly Opened[], examine: Examine): Diagnosed {
  const reported = opened.map((file) =>
    "har" in file ? examined(file.har, examine) : refusal(file.name, file.refused),
  );
  return {
    report: joined(reported.map(buildReport)),
    explanations: reported.flatMap(({ explanations }) => explanations),
  };
}

function examined(har: HarFile, examine: Examine): Reported {
  const recording = new Recording();
  recording.addFile(har);
  const { explanations, findings, failures } = examine(recording.recorded);
  return { sources: recording.sources, explanations, findings, failures };
}

function refusal(file: string, reason: string): Reported {
  const problems = [{ entry: null, reason, lost: true }];
  return { sources: [{ file, count: 0, problems }], explanations: [], findings: [], failures: [] };
}

function joined(reports: readonly Report[]): Report {
  return {
    format: "api-gateway-403",
    version: 1,
    files: reports.flatMap(({ files }) => files),
    diagnoses: reports.flatMap(({ diagnoses }) => diagnoses),
    findings: reports.flatMap(({ findings }) => findings),
  };
}
