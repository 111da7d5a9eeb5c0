import { bytesOf } from "../capture/byte-source.ts";
import { type Explained, explain } from "../diagnosis/diagnose.ts";
import type { ProbeResult } from "../diagnosis/diagnosis.ts";
import type { Explanation } from "../diagnosis/explanation.ts";
import { findingsOf } from "../diagnosis/findings.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { placeholderNumbers } from "../privacy/placeholder.ts";
import { redactPeople } from "../privacy/redaction.ts";
import { escapedJson } from "../reports/escape-controls.ts";
import { annotatedFile } from "../reports/har/annotated-file.ts";
import { HarMask } from "../reports/har/har-mask.ts";
import { annotatedRecording } from "../reports/har/har-text.ts";
import { minimalHar } from "../reports/har/minimal-har.ts";
import { markdownHead, markdownReport } from "../reports/markdown-report.ts";
import { withProbes } from "../reports/probe-results.ts";
import { reportOf, summaryOf } from "../reports/report.ts";
import { sarifLog } from "../reports/sarif.ts";
import type { Recorded, Source } from "../session/recording.ts";
import type { RefusedRequest } from "../session/session.ts";
import type { Sessions } from "../session/sessions.ts";
import type { Clock } from "./clock.ts";
import { refusedRequestOf } from "./details.ts";
import { keyOf } from "./exchange-key.ts";
import type { OpenedFiles } from "./opened-files.ts";
import type { Exported, ExportFormat, ExportOptions, ExportScope } from "./protocol.ts";
import type { RowTable } from "./row-table.ts";
import { TimeSlice } from "./time-slice.ts";

/** All that there is to choose from. */
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

/** Bytes that are held before they are handed to the browser, which may keep them on the disk. */
const held = 8_000_000;

/** Writes what was found about these refused requests; lets others have their turn meanwhile. */
export async function exported(
  subjects: readonly RefusedRequest[],
  options: ExportOptions,
  source: ExportSource,
): Promise<Exported> {
  const explained = await explainedInTurns(subjects, source);
  const parts = await writers[options.format](new Chosen(explained, options, source));
  const file = new Blob(parts, { type: mimeTypes[options.format] });
  const beginning = await file.slice(0, shownAtFirst).text();
  return { file, fileName: fileNames[options.format], beginning, isCut: file.size > shownAtFirst };
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

/** The requests that are exported, in the shapes that the formats want. */
class Chosen {
  readonly explanations: readonly Explanation[];
  readonly options: ExportOptions;
  readonly source: ExportSource;
  readonly #explained: readonly Explained[];

  constructor(explained: readonly Explained[], options: ExportOptions, source: ExportSource) {
    this.#explained = explained;
    this.explanations = explained.flatMap(({ subject, explanation }) =>
      explanation === null ? [] : withProbes(explanation, source.probesAbout(subject.exchange)),
    );
    this.options = options;
    this.source = source;
  }

  get report() {
    const files = this.#files;
    return summaryOf({
      sources: this.source.sources.filter(({ file }) => files.has(file)),
      explanations: this.explanations,
      findings: findingsOf(this.#explained),
      failures: this.#explained.flatMap(({ failures }) => failures),
    });
  }

  /** What was recorded in the files of the requests. */
  get recorded(): readonly Recorded[] {
    const files = this.#files;
    return this.source.recorded.filter(({ file }) => files.has(file));
  }

  get mask(): HarMask | null {
    const { unmasked, hidePeople } = this.options;
    return unmasked ? null : new HarMask({ people: hidePeople });
  }

  get #files(): ReadonlySet<string> {
    return new Set(this.#explained.map(({ subject }) => subject.exchange.file));
  }
}

type Parts = BlobPart[];

const writers: Readonly<Record<ExportFormat, (chosen: Chosen) => Parts | Promise<Parts>>> = {
  markdown: (chosen) => told(chosen, markdownOf(chosen)),
  json: (chosen) => told(chosen, `${escapedJson(reportOf(chosen.report, chosen.explanations), 2)}\n`),
  sarif: (chosen) => told(chosen, `${escapedJson(sarifOf(chosen), 2)}\n`),
  har: async (chosen) =>
    (await annotatedOriginal(chosen)) ?? [annotatedRecording(chosen.recorded, chosen.explanations, chosen.mask)],
  "minimal-har": ({ recorded, explanations, mask, source: { knowledge, apiHosts } }) => [
    minimalHar(recorded, explanations, { knowledge, apiHosts, mask }).text,
  ],
};

/** The file that all requests come from, with their diagnoses; null where they come from more, or it can be read no more. */
async function annotatedOriginal({ recorded, explanations, mask, source }: Chosen): Promise<Parts | null> {
  const [first] = recorded;
  if (first === undefined || recorded.some(({ file }) => file !== first.file)) return null;
  const whole = source.files.whole(first.file, recorded);
  if (whole === null) return null;
  const har = { entries: whole.entries, producer: first.producer };
  const options = { explanations, mask, attached: whole.attached };
  try {
    return await collected(annotatedFile(bytesOf(whole.bytes), har, options), source.clock);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** The bytes, held by the browser as they come; lets others have their turn meanwhile. */
async function collected(pieces: AsyncIterable<Uint8Array>, clock: Clock): Promise<Parts> {
  const slice = new TimeSlice(clock);
  let parts: BlobPart[] = [];
  let size = 0;
  for await (const piece of pieces) {
    parts.push(piece.slice());
    size += piece.length;
    if (size > held) [parts, size] = [[new Blob(parts)], 0];
    if (slice.isOver) await slice.yield();
  }
  return parts;
}

function markdownOf({ report, explanations, options, source }: Chosen): string {
  const exchanges = new Map(source.sessions.exchanges.map((each) => [keyOf(each), each]));
  const exchangeAt = (place: Parameters<typeof keyOf>[0]) => exchanges.get(keyOf(place));
  return `${markdownHead}${markdownReport({ report, explanations, exchangeAt, shell: options.shell })}`;
}

function sarifOf({ report, explanations, source }: Chosen) {
  return sarifLog({ report, explanations, causes: source.knowledge.rules, version: null });
}

/** Whatever tells of requests without being one shows no secret, and numbers what stands for them. */
function told({ options }: Chosen, text: string): Parts {
  return [placeholderNumbers()(options.hidePeople ? redactPeople(text) : text)];
}

const fileNames: Readonly<Record<ExportFormat, string>> = {
  markdown: "refused-requests.md",
  json: "refused-requests.json",
  sarif: "refused-requests.sarif",
  har: "annotated.har",
  "minimal-har": "minimal.har",
};

const mimeTypes: Readonly<Record<ExportFormat, string>> = {
  markdown: "text/markdown",
  json: "application/json",
  sarif: "application/sarif+json",
  har: "application/json",
  "minimal-har": "application/json",
};
