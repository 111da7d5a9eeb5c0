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

/**
 * Diagnoses the files, each as a session of its own or all as one. A file that was not opened stays in the report, with
 * its reason.
 */
export function diagnoseFiles(opened: readonly Opened[], filesTogether: boolean, examine: Examine): Diagnosed {
  const sessions = filesTogether ? [opened] : opened.map((file) => [file]);
  const reported = sessions.flatMap((files) => reportedOf(files, examine));
  return {
    report: joined(reported.map(buildReport)),
    explanations: reported.flatMap(({ explanations }) => explanations),
  };
}

function reportedOf(files: readonly Opened[], examine: Examine): readonly Reported[] {
  const read = files.flatMap((file) => ("har" in file ? [file.har] : []));
  const refused = files.flatMap((file) => ("har" in file ? [] : [refusal(file.name, file.refused)]));
  return read.length === 0 ? refused : [examined(read, examine), ...refused];
}

function examined(files: readonly HarFile[], examine: Examine): Reported {
  const recording = new Recording();
  for (const file of files) recording.addFile(file);
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
