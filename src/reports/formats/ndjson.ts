import { escapedJson } from "../escape-controls.ts";
import type { ReportFormat } from "../format.ts";

/** Lines of JSON, each an element of the JSON document's `diagnoses`. */
export const ndjson: ReportFormat<"ndjson"> = {
  id: "ndjson",
  label: "Lines of JSON",
  purpose: "a line for each diagnosis, as the files are read",
  mediaType: "application/x-ndjson",
  baseName: "refused-requests",
  extension: "ndjson",
  covers: "all",
  secrets: "placeholders",
  problemsIn: null,
  inPanel: false,
  writer: () => ({
    begin: () => "",
    add: ({ explanations }) => explanations.map((each) => `${escapedJson(each.full().diagnosis)}\n`).join(""),
    end: () => "",
  }),
};
