import type { SourceRecord } from "../capture/record.ts";
import type { DiagnosedSession } from "../diagnosis/diagnosed-session.ts";
import { keyOf } from "../diagnosis/place.ts";
import type { OriginalFile, ReportedSession } from "../reports/format.ts";
import { joinedSummary, type ReportSource, summaryOf } from "../reports/report.ts";
import { type Recorded, Recording } from "../session/recording.ts";
import type { Opened } from "./open-files.ts";

/** The classifier; the composition root passes it in. */
export type Examine = (recorded: readonly Recorded[], records: readonly SourceRecord<unknown>[]) => DiagnosedSession;

/** Diagnoses the files as one session. A file that was not opened stays in the report, with its reason. */
export function diagnoseFiles(opened: readonly Opened[], examine: Examine): ReportedSession {
  const unreadable = opened.flatMap((file) =>
    "capture" in file ? [] : [unreadableSource(file.name, file.unreadable)],
  );
  const read = opened.flatMap((file) => ("capture" in file ? [file.capture] : []));
  const original = originalOf(opened);
  if (read.length === 0) {
    const summary = joinedSummary(unreadable.map(summaryOf));
    return { summary, explanations: [], recorded: [], exchangeAt: () => undefined, original };
  }
  const recording = new Recording();
  for (const file of read) recording.addFile(file);
  const { recorded, records, sources } = recording;
  const { session, explanations, findings, failures } = examine(recorded, records);
  const exchanges = new Map(session.exchanges.map((each) => [keyOf(each), each]));
  return {
    summary: joinedSummary([{ sources, explanations, findings, failures }, ...unreadable].map(summaryOf)),
    explanations,
    recorded,
    exchangeAt: (place) => exchanges.get(keyOf(place)),
    original,
  };
}

function unreadableSource(file: string, reason: string): ReportSource {
  const problems = [{ entry: null, reason, lost: true }];
  return { sources: [{ file, count: 0, problems }], explanations: [], findings: [], failures: [] };
}

function originalOf(opened: readonly Opened[]): OriginalFile | null {
  const [only, ...others] = opened;
  if (only === undefined || others.length > 0 || !("capture" in only) || only.original === undefined) return null;
  const { entries, producer } = only.capture;
  return { ...only.original, entries, producer };
}
