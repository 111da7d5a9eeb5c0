import { escapedJson } from "../escape-controls.ts";
import type { ReportFormat, ReportWriter } from "../format.ts";
import { joinedSummary, type Report, reportOf } from "../report.ts";

/** One JSON document of everything; its shape is `Report`. */
export const json: ReportFormat<"json"> = {
  id: "json",
  label: "JSON",
  purpose: "one document with everything",
  mediaType: "application/json",
  baseName: "refused-requests",
  extension: "json",
  covers: "all",
  secrets: "placeholders",
  problemsIn: "`files`",
  inPanel: true,
  writer: jsonWriter,
};

function jsonWriter(): ReportWriter {
  const reports: Report[] = [];
  return {
    begin: () => "",
    add({ summary, explanations }) {
      reports.push(reportOf(summary, explanations));
      return "";
    },
    end: () => `${escapedJson(joined(reports), 2)}\n`,
  };
}

function joined(reports: readonly Report[]): Report {
  const { files, findings } = joinedSummary(reports);
  const diagnoses = reports.flatMap((each) => each.diagnoses);
  return { format: "api-gateway-403", version: 1, files, diagnoses, findings };
}
