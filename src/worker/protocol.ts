import type { PageRequest } from "../browser/ports.ts";
import type { LiveSink } from "../capture/devtools/live-sink.ts";
import type { CommandTexts } from "../commands/command.ts";
import type { Shell } from "../commands/shells.ts";
import type { CauseName, CausePage } from "../diagnosis/cause-page.ts";
import type { RuleFailure } from "../diagnosis/diagnosed-session.ts";
import type { Advice, Confidence } from "../diagnosis/diagnosis.ts";
import type { FullExplanation } from "../diagnosis/explanation.ts";
import type { Finding } from "../diagnosis/finding.ts";
import type { HostKind } from "../exchange/host.ts";
import type { FormatDescription } from "../reports/format.ts";
import type { FormatId } from "../reports/formats.ts";
import type { Evicted, Source } from "../session/recording.ts";
import type { HostClass } from "../session/session.ts";
import type { Settings } from "../session/settings.ts";
import type { CanonicalLine } from "../signature/canonical-lines.ts";
import type { TimeSpans } from "./time-spans.ts";

/** What crosses between the Worker and the panel: plain data, without secrets. */

/** One request of the recording, for the list. */
export interface Row {
  readonly key: string;
  /** Index in `log.entries` of its file. */
  readonly entry: number;
  readonly file: string;
  /** Key of the preflight that stopped this request; null for one that was refused itself. */
  readonly stoppedBy: string | null;
  /** How many requests this refusal stopped. */
  readonly stops: number;
  /** The diagnosis of the refused request, the same for the requests it blocked; null for a request that was not refused. */
  readonly verdict: Verdict | null;
  readonly status: number;
  readonly method: string;
  /** Redacted. */
  readonly url: string;
  readonly stage: string | null;
  readonly host: string;
  readonly hostKind: HostKind;
  readonly hostLabel: string;
  /** Whether the host is one of API Gateway. */
  readonly hostIsApiGateway: boolean;
  /** Milliseconds since the epoch; null where the capture does not say. */
  readonly startedAt: number | null;
}

/** The diagnosis of a row, as far as the list shows it. */
export interface Verdict {
  /** Key of the finding that it belongs to: requests with one root cause share it. */
  readonly finding: string;
  readonly cause: string;
  readonly title: string;
  readonly confidence: Confidence;
  readonly probability: number;
  readonly apiGateway: boolean;
}

/** Counts of the recording, without evicted requests. */
export interface Tally {
  readonly requests: number;
  readonly refused: number;
  readonly toApiGateway: number;
  /** Refused requests that wait for their diagnosis. */
  readonly pending: number;
}

/** What the toolbar shows of the recording. */
export interface Capture {
  readonly paused: boolean;
  readonly heldBack: number;
  /** Whether a page was watched from its start; if not, requests made before are missing. */
  readonly pageLoadSeen: boolean;
  readonly evicted: Evicted;
}

/** How many requests that were not refused began when: a count for each part, which ends before the next begins. */
export interface Histogram extends TimeSpans {
  readonly counts: readonly number[];
}

/** What the refusals of the session have in common: only preflights, or all that an API was asked since an instant. */
export type SessionPattern =
  | { readonly kind: "only-preflights"; readonly refused: number; readonly stopped: number }
  | {
      readonly kind: "fails-since";
      readonly host: string;
      /** When the first of them began; milliseconds since the epoch. */
      readonly since: number;
      readonly refused: number;
      /** How many that began earlier were not refused. */
      readonly before: number;
    };

/** A file that is being read; sizes in bytes. What a compressed file unpacks to can be more than its size. */
export interface Reading {
  readonly file: string;
  readonly read: number;
  readonly size: number;
}

/** A file that could not be used at all, with the one sentence that says why. */
export interface UnreadableFile {
  readonly name: string;
  readonly says: string;
}

/** What changed since the last update to the same watcher; the first update holds everything. */
export interface Update {
  readonly changed: readonly Row[];
  /** Keys of rows that are gone. */
  readonly removed: readonly string[];
  readonly tally: Tally;
  readonly allowed: Histogram;
  readonly pattern: SessionPattern | null;
  readonly hosts: readonly HostClass[];
  readonly sources: readonly Source[];
  readonly capture: Capture;
  /** One failure of each rule that threw since the recording was last cleared. */
  readonly failures: readonly RuleFailure[];
}

/** An exchange as it may be shown: without secrets. Null headers were not captured. */
export interface ExchangeView {
  readonly key: string;
  readonly method: string;
  readonly url: string;
  /** Parameters of the query, decoded. */
  readonly query: readonly HeaderView[];
  readonly requestHeaders: readonly HeaderView[] | null;
  readonly requestBody: BodyView;
  /** 0 where there was no response. */
  readonly status: number;
  readonly failure: string | null;
  readonly responseHeaders: readonly HeaderView[] | null;
  readonly responseBody: BodyView;
}

export interface HeaderView {
  readonly name: string;
  readonly value: string;
}

/** `rest` counts the characters that are not shown. */
export type BodyView = { readonly text: string; readonly rest: number } | { readonly missing: string };

/** A name and a value for people, without secrets. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A SigV4 signature, as far as it can be checked without its key. */
export interface SignatureView {
  readonly facts: readonly Fact[];
  /** Whether the response repeats what API Gateway computed. */
  readonly isEchoed: boolean;
  readonly lines: readonly CanonicalLine[];
  /** What the comparison says. */
  readonly says: string;
}

/** An instant that a token claims, or that of the response; milliseconds since the epoch. */
export interface TokenInstant {
  readonly what: "iat" | "nbf" | "exp" | "response";
  readonly at: number;
}

/** A JSON Web Token without itself: the claims that a refusal can turn on. */
export interface TokenView {
  readonly facts: readonly Fact[];
  /** In order of time. */
  readonly instants: readonly TokenInstant[];
  /** Whether the token was valid at the time of the response; null if unknown. */
  readonly isValid: boolean | null;
  readonly says: string;
}

/** Everything about one refused request. */
export interface Details {
  readonly key: string;
  readonly explanation: FullExplanation;
  /** The root cause with all its requests, where it was asked for. */
  readonly finding: Finding | null;
  readonly exchange: ExchangeView;
  readonly stopped: readonly ExchangeView[];
  readonly signature: SignatureView | null;
  readonly token: TokenView | null;
  /** The request as a shell command, secrets as variables. */
  readonly curl: CommandTexts;
  readonly failures: readonly RuleFailure[];
}

/** A probe result, for people. */
export interface ShownProbeResult extends Advice {
  readonly outcome: string;
  readonly shifts: readonly Shift[];
}

/** How probable a cause was before a response, and with it; 0 to 1. */
export interface Shift {
  readonly cause: string;
  readonly title: string;
  readonly before: number;
  readonly after: number;
}

/** A request that the inspected page can make when the user says so. */
export interface AvailableProbe extends Advice {
  /** Exactly what is sent, a line for each part, secrets masked; the browser adds what it adds to every request. */
  readonly sends: readonly string[];
  /** The credentials among that, in words. */
  readonly carries: readonly string[];
}

/** The probe results about a refused request, and the next probe. */
export interface InvestigationView {
  readonly made: readonly ShownProbeResult[];
  /** The first cause with all responses; null before the first. */
  readonly verdict: {
    readonly cause: string;
    readonly title: string;
    readonly confidence: Confidence;
    readonly probability: number;
  } | null;
  /** The next question without any credential. */
  readonly next: AvailableProbe | null;
  /** A probe that tells more, but carries the refused request's own credential. */
  readonly carrying: AvailableProbe | null;
  /** How much is sent at most, and what never, in a sentence. */
  readonly limits: string;
  /** Why nothing more is asked; null while something may be. */
  readonly ended: string | null;
  /** Why the last request was not made, or got no response. */
  readonly failure: string | null;
}

/** Makes the inspected page send a request; resolves to why it cannot, or to null. */
export type SendByPage = (request: PageRequest) => Promise<string | null>;

/** A format that the panel offers. */
export type ExportFormat = FormatDescription<FormatId>;

/** Which refused requests are exported: all, those of a root cause, or one by its key. */
export type ExportScope =
  | { readonly kind: "all" }
  | { readonly kind: "finding"; readonly finding: string }
  | { readonly kind: "request"; readonly key: string };

export interface ExportOptions {
  readonly format: FormatId;
  /** Whether HAR files keep all credentials; other formats never show any. */
  readonly unmasked: boolean;
  /** Whether AWS account ids and e-mail addresses are hidden, too. */
  readonly hidePeople: boolean;
  /** The shell that the commands of a report are written for. */
  readonly shell: Shell;
}

/** A file that was made, with a name to save it under. */
export interface Exported {
  readonly file: Blob;
  readonly fileName: string;
  /** The first of its text, for a look before it is shared. */
  readonly beginning: string;
  /** Whether there is more than that. */
  readonly isCut: boolean;
}

/** What the panel may ask and tell. */
export interface WorkerApi extends LiveSink {
  /** Calls `watch` at once and after every change; the returned function ends this. */
  watch(watch: (update: Update) => void): () => void;
  /**
   * Null where no such refusal is known. A stopped request is explained by its preflight.
   * @param finding the row's finding, where all its requests are wanted; otherwise null
   */
  details(key: string, finding: string | null): Details | null;
  /**
   * Any request of the recording; null where there is none of this key. Bodies that were passed over are read from the
   * chosen file again.
   */
  request(key: string): Promise<ExchangeView | null>;
  /** Null where no such refusal is known. */
  investigation(key: string): InvestigationView | null;
  /**
   * Makes the next request about a refusal by `send`, and resolves once its response was seen or is not expected any more.
   * @param credentials whether it may carry the refused request's own credential
   */
  probe(key: string, credentials: boolean, send: SendByPage): Promise<InvestigationView | null>;
  causes(): readonly CauseName[];
  /** Null where there is no such cause. Its commands are for the refused request of this key, or for an example. */
  causePage(id: string, key: string | null): CausePage | null;
  /** Reads files one after the other and reports progress; resolves to the unreadable ones. */
  readFiles(files: readonly File[], progress: (reading: Reading) => void): Promise<readonly UnreadableFile[]>;
  readText(text: string): Promise<readonly UnreadableFile[]>;
  /** Stops reading; what was read so far stays. */
  stopReading(): void;
  pause(): void;
  resume(): void;
  clear(): void;
  setSettings(settings: Settings): void;
  /** The formats to export to, in the order of a list; the first is the default. */
  exportFormats(): readonly ExportFormat[];
  export(scope: ExportScope, options: ExportOptions): Promise<Exported>;
  /** Whether there are rows for requests that were not refused, too. */
  listEverything(everything: boolean): void;
}
