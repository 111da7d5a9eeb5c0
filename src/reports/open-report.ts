import { placeholderNumbers } from "../privacy/placeholder.ts";
import { redactPeople } from "../privacy/redaction.ts";
import type { ReportedSession, ReportFormat, ReportOptions, ReportWriter } from "./format.ts";

/** Starts a document without secrets; only a HAR file may keep credentials, if the user wants that. */
export function openReport(format: ReportFormat, options: ReportOptions): ReportWriter {
  const writer = format.writer(options);
  if (format.secrets === "pseudonyms") return writer;
  const redacted = redactedText(options);
  return {
    begin: () => redacted(writer.begin()),
    add(session) {
      const written = writer.add(session);
      return typeof written === "string" ? redacted(written) : written;
    },
    end: () => redacted(writer.end()),
  };
}

/** Numbers the placeholders of secrets through all texts of one document, and hides people where that is wanted. */
function redactedText({ hidePeople }: Pick<ReportOptions, "hidePeople">): (text: string) => string {
  const numbered = placeholderNumbers();
  return (text) => numbered(hidePeople ? redactPeople(text) : text);
}

/** The parts of a document about one session, in order. */
export async function* partsOf(writer: ReportWriter, session: ReportedSession): AsyncGenerator<string | Uint8Array> {
  yield writer.begin();
  const written = writer.add(session);
  if (typeof written === "string") yield written;
  else yield* written;
  yield writer.end();
}
