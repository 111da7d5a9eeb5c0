import type { HarFile } from "../capture/entry.ts";
import type { Attached } from "../capture/named-bytes.ts";
import type { Shell } from "../commands/shells.ts";
import type { Explanation } from "../diagnosis/explanation.ts";
import type { Knowledge } from "../diagnosis/knowledge.ts";
import type { Place } from "../diagnosis/place.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Recorded } from "../session/recording.ts";
import type { ReportSummary } from "./report.ts";
import type { Style } from "./style.ts";

/** Describes a format to people and programs. Plain data: the panel gets it from the Worker. */
export interface FormatDescription<Id extends string = string> {
  /** The value of `--format`. */
  readonly id: Id;
  /** The name in a list of formats. */
  readonly label: string;
  /** A phrase that says what a document of this format is; `--help` and the panel show it. */
  readonly purpose: string;
  readonly mediaType: string;
  /** The name of a saved document, without its extension. */
  readonly baseName: string;
  /** Without the dot. */
  readonly extension: string;
  /** What one document is about: all that is reported, one session, or one file, which it repeats. */
  readonly covers: "all" | "session" | "file";
  /**
   * What stands in the place of secrets: placeholders, numbered within a document; or pseudonyms of the same form, which
   * the user can turn off. Formats with placeholders never hold a secret.
   */
  readonly secrets: "placeholders" | "pseudonyms";
  /** Where a document lists what could not be read; null where it has no place for it. */
  readonly problemsIn: string | null;
  /** Whether the panel offers it; some are made for terminals and pipelines. */
  readonly inPanel: boolean;
}

/** One format of reports. */
export interface ReportFormat<Id extends string = string> extends FormatDescription<Id> {
  /** Starts a document. What the writer returns may hold secrets where `secrets` says placeholders; see `openReport`. */
  writer(options: ReportOptions): ReportWriter;
}

/** Writes one document, session by session, so that a run over many files holds one of them at a time. */
export interface ReportWriter {
  /** The text before the first session; may be empty. */
  begin(): string;
  /** The part of the document that this session completes; may be empty until the end. */
  add(session: ReportedSession): string | AsyncIterable<Uint8Array>;
  /** The rest of the document; may be empty. */
  end(): string;
}

/** The reported part of one session. */
export interface ReportedSession {
  readonly summary: ReportSummary;
  /** One for each refused request that is reported. */
  readonly explanations: readonly Explanation[];
  readonly recorded: readonly Recorded[];
  /** The exchange at a place; undefined where there is none. */
  exchangeAt(place: Place): Exchange | undefined;
  /** The only file of the session, where its bytes can be read again; otherwise null. */
  readonly original: OriginalFile | null;
}

/** A file that was read, and its bytes. */
export interface OriginalFile extends Pick<HarFile, "entries" | "producer"> {
  readonly bytes: Blob;
  /** Reads bodies that stand in files of their own. */
  readonly attached: Attached | undefined;
}

export interface ReportOptions {
  /** What diagnosed: a report names its causes, a minimal HAR file is proven by it. */
  readonly knowledge: Knowledge;
  /** The user's own API hosts, wildcards allowed. */
  readonly apiHosts: readonly string[];
  /** The version of this program; null where it is not known. */
  readonly version: string | null;
  /** The shell that commands are written for. */
  readonly shell: Shell;
  /** Whether the list for people says how to find each refused request in the API's logs. */
  readonly logs: boolean;
  /** Styles the list for people. */
  readonly style: Style;
  /** Whether HAR files keep all credentials. */
  readonly unmasked: boolean;
  /** Whether AWS account ids and e-mail addresses are hidden, too. */
  readonly hidePeople: boolean;
}
