import type { IacSnippet } from "./iac.ts";
import type { SourcePlace } from "./place.ts";
import type { Quote } from "./quote.ts";

export type Confidence = "certain" | "likely" | "ambiguous";

export type ApiKind = "rest" | "http" | "websocket" | "unknown";

/** The API that the request addressed, as far as the URL and the responses of its host show it. */
export interface Api {
  readonly kind: ApiKind;
  readonly id: string | null;
  readonly region: string | null;
  readonly stage: string | null;
  readonly host: string;
  readonly hostKind: string;
}

/**
 * One observation for or against one cause. `weight` is in log-odds; it is null where the clue rules the cause out.
 * `says` is for people; `id` and `quotes` identify the observation.
 */
export interface Evidence {
  /** The id of the observation. Within one request it is one piece of evidence, however many clues make it. */
  readonly id: string;
  readonly clue: string;
  readonly answer: "yes" | "no";
  readonly cause: string;
  readonly weight: number | null;
  readonly says: string;
  readonly quotes: readonly Quote[];
  /** The other request or record that shows it; left out where the refused request does. */
  readonly at?: SourcePlace;
}

export interface Unavailable {
  readonly what: string;
  readonly why: string;
}

/** A sentence for people and, where they exist, the commands that do it, one a line. */
export interface Advice {
  readonly says: string;
  /** For POSIX shells. */
  readonly command: string | null;
  /** The same for PowerShell; left out where there is none. */
  readonly powershell?: string;
  /** The command changes what the account has; left out where it only looks, or sends the caller's own request. */
  readonly changes?: true;
  /** A sentence of `says`: what the change publishes, or whom it lets in; left out where it does neither. */
  readonly opens?: string;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Where the API's owner, who sees more than a capture, looks further; empty where no API was called. */
export interface OwnerGuidance {
  /** How to find the request in the logs, and how to turn them on. */
  readonly logs: readonly Advice[];
  /** The provider's own automation, with its parameters. */
  readonly runbook: readonly Advice[];
  /** Pages of the provider's console. */
  readonly console: readonly Link[];
}

export interface Alternative {
  readonly cause: string;
  readonly probability: number;
}

/** A cause that people may expect, with the strongest evidence against it. */
export interface WhyNot {
  readonly cause: string;
  readonly title: string;
  readonly probability: number;
  readonly says: string;
}

/** A probe that was sent, with its result. */
export interface ProbeResult extends Advice {
  /** The id of the probe among the checks. */
  readonly check: string;
  /** HTTP status of the response; 0 where there was none. */
  readonly status: number;
  /** The result in words; null where the response tells nothing. */
  readonly answer: string | null;
  /** The causes before and after the probe, most probable first. */
  readonly before: readonly Alternative[];
  readonly after: readonly Alternative[];
}

/** Why one request was refused. Plain data, of the same shape in TypeScript and in JSON (format version 1). */
export interface Diagnosis {
  readonly file: string;
  readonly entry: number;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly apiGateway: boolean;
  readonly api: Api;
  readonly cause: string;
  readonly confidence: Confidence;
  readonly probability: number;
  readonly alternatives: readonly Alternative[];
  /** Expected causes that are neither named nor alternatives, most expected first. */
  readonly whyNot: readonly WhyNot[];
  readonly refusedAt: string;
  readonly blocks: readonly number[];
  readonly evidence: readonly Evidence[];
  readonly unknown: readonly Unavailable[];
  readonly nextCheck: Advice | null;
  /** How the API's owner makes sure; null where `nextCheck` says the same. */
  readonly confirm: Advice | null;
  /**
   * Probe results in the order of the probes; left out where there is none. In documents all other fields rest on the
   * capture alone; in the panel they rest on the probe results too.
   */
  readonly checks?: readonly ProbeResult[];
  readonly fix: readonly Advice[];
  readonly links: readonly Link[];
  readonly owner: OwnerGuidance;
  /** The fix in the words of the tools that declare APIs; empty where it is no declaration. */
  readonly declared: readonly IacSnippet[];
}

/** A diagnosis without the parts that take long to compute and that few diagnoses need. */
export type DiagnosisCore = Omit<Diagnosis, "whyNot" | "confirm" | "owner" | "declared">;
