import { type Explained, explain } from "../diagnosis/diagnose.ts";
import type { ProbeResult } from "../diagnosis/diagnosis.ts";
import { findingsOf } from "../diagnosis/findings.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import { keyOf } from "../diagnosis/place.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { OriginalFile, ReportedSession, ReportFormat } from "../reports/format.ts";
import { formatOf } from "../reports/formats.ts";
import { openReport, partsOf } from "../reports/open-report.ts";
import { withProbes } from "../reports/probe-results.ts";
import { summaryOf } from "../reports/report.ts";
import { plainStyle } from "../reports/style.ts";
import type { Recorded, Source } from "../session/recording.ts";
import type { RefusedRequest } from "../session/session.ts";
import type { Sessions } from "../session/sessions.ts";
import type { Clock } from "./clock.ts";
import { refusedRequestOf } from "./details.ts";
import type { OpenedFiles } from "./opened-files.ts";
import type { Exported, ExportOptions, ExportScope } from "./protocol.ts";
import type { RowTable } from "./row-table.ts";
import { TimeSlice } from "./time-slice.ts";

/** What exports are made of. */
export interface ExportSource {
  readonly sessions: Sessions;
  readonly recorded: readonly Recorded[];
  /** The files that the requests were read from. */
  readonly files: OpenedFiles;
  readonly sources: readonly Source[];
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  /** The user's own API hosts. */
  readonly apiHosts: readonly string[];
  /** The requests that were made to find out about one. */
  probesAbout(exchange: Exchange): readonly ProbeResult[];
}

/** The refused requests that a scope names. */
export function refusedRequestsIn(
  scope: ExportScope,
  sessions: Sessions,
  rows: Pick<RowTable, "keysOf">,
): readonly RefusedRequest[] {
  const { refusedRequests: subjects } = sessions;
  if (scope.kind === "all") return subjects;
  if (scope.kind === "request") return [refusedRequestOf(scope.key, sessions)].flatMap((each) => each ?? []);
  const keys = new Set(rows.keysOf(scope.finding));
  return subjects.filter(({ exchange }) => keys.has(keyOf(exchange)));
}

/** Bytes of a file that are shown before it is shared. */
const shownAtFirst = 20_000;

/** Bytes that are held before the browser gets them, which may keep them on the disk. */
const held = 8_000_000;

/** Writes a report about these refused requests; yields to the event loop meanwhile. Throws where it cannot be written. */
export async function exported(
  subjects: readonly RefusedRequest[],
  options: ExportOptions,
  source: ExportSource,
): Promise<Exported> {
  const format = formatOf(options.format);
  const session = sessionOf(await explainedInTurns(subjects, source), source);
  const parts = await writtenParts(format, session, options, source);
  const file = new Blob(parts, { type: format.mediaType });
  const beginning = await file.slice(0, shownAtFirst).text();
  const fileName = `${format.baseName}.${format.extension}`;
  return { file, fileName, beginning, isCut: file.size > shownAtFirst };
}

async function explainedInTurns(
  subjects: readonly RefusedRequest[],
  { sessions, knowledge, clock }: ExportSource,
): Promise<readonly Explained[]> {
  const explained: Explained[] = [];
  const slice = new TimeSlice(clock);
  for (const subject of subjects) {
    explained.push(explain(subject, sessions.of(subject.exchange), knowledge));
    if (slice.isOver) await slice.yield();
  }
  return explained;
}

/** The refused requests with their probe results, and everything that was recorded in their files. */
function sessionOf(explained: readonly Explained[], source: ExportSource): ReportedSession {
  const files = new Set(explained.map(({ subject }) => subject.exchange.file));
  const explanations = explained.flatMap(({ subject, explanation }) =>
    explanation === null ? [] : withProbes(explanation, source.probesAbout(subject.exchange)),
  );
  const recorded = source.recorded.filter(({ file }) => files.has(file));
  const exchanges = new Map(source.sessions.exchanges.map((each) => [keyOf(each), each]));
  return {
    summary: summaryOf({
      sources: source.sources.filter(({ file }) => files.has(file)),
      explanations,
      findings: findingsOf(explained),
      failures: explained.flatMap(({ failures }) => failures),
    }),
    explanations,
    recorded,
    exchangeAt: (place) => exchanges.get(keyOf(place)),
    original: originalOf(recorded, source.files),
  };
}

/** The file that all requests come from; null where they come from several, or where it cannot be read again. */
function originalOf(recorded: readonly Recorded[], files: OpenedFiles): OriginalFile | null {
  const [first] = recorded;
  if (first === undefined || recorded.some(({ file }) => file !== first.file)) return null;
  const whole = files.whole(first.file, recorded);
  return whole && { ...whole, producer: first.producer };
}

/** A file that is gone meanwhile makes reading it throw a `DOMException`; the recording stands in for it. */
async function writtenParts(
  format: ReportFormat,
  session: ReportedSession,
  options: ExportOptions,
  { knowledge, apiHosts, clock }: ExportSource,
): Promise<BlobPart[]> {
  const written = (each: ReportedSession) => {
    const writer = openReport(format, {
      ...options,
      knowledge,
      apiHosts,
      version: null,
      logs: false,
      style: plainStyle,
    });
    return collected(partsOf(writer, each), clock);
  };
  try {
    return await written(session);
  } catch (error) {
    if (error instanceof DOMException && session.original !== null) return written({ ...session, original: null });
    throw error;
  }
}

/** The parts, passed to the browser as they come; yields to the event loop meanwhile. */
async function collected(pieces: AsyncIterable<string | Uint8Array>, clock: Clock): Promise<BlobPart[]> {
  const slice = new TimeSlice(clock);
  let parts: BlobPart[] = [];
  let size = 0;
  for await (const piece of pieces) {
    parts.push(typeof piece === "string" ? piece : piece.slice());
    size += piece.length;
    if (size > held) [parts, size] = [[new Blob(parts)], 0];
    if (slice.isOver) await slice.yield();
  }
  return parts;
}
