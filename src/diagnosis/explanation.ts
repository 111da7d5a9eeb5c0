import type { Advice, Diagnosis, Evidence } from "./diagnosis.ts";
import type { StepId } from "./steps.ts";

/** How far one step of API Gateway's order was proved to be passed, or may have refused. */
export interface Progress {
  readonly step: StepId;
  readonly label: string;
  readonly state: "passed" | "refused" | "possible" | "not-reached";
  /** Probability that this step refused, 0 to 1. */
  readonly probability: number;
  readonly says: string;
}

/** Another cause that fits, with the one sentence that speaks most for or against it. */
export interface Rival {
  readonly cause: string;
  readonly title: string;
  readonly probability: number;
  readonly says: string;
}

/** The two layers of a refusal that the page could not read. */
export interface PageView {
  /** What the page's own code got, e.g. `TypeError: Failed to fetch`. */
  readonly saw: string;
  /** Why, in a sentence. */
  readonly why: string;
  /** How to make the refusal readable; this does not undo the refusal. */
  readonly fix: readonly Advice[];
}

/** A diagnosis in words for people, computed from it and its rule. */
export interface Explanation {
  readonly diagnosis: Diagnosis;
  /** "The stage in the URL doesn't exist" */
  readonly title: string;
  /** Who said 403: "Refused by API Gateway", with the API's kind, id and region as far as known. */
  readonly who: string;
  readonly means: string;
  readonly page: PageView | null;
  readonly progress: readonly Progress[];
  readonly progressSays: string;
  /** Evidence about the named cause, strongest first. */
  readonly why: readonly Evidence[];
  readonly rivals: readonly Rival[];
}
