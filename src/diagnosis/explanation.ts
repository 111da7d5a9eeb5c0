import type { Advice, Diagnosis, DiagnosisCore, Evidence } from "./diagnosis.ts";

/** What became of one step of the order. */
export interface Progress {
  readonly step: string;
  readonly label: string;
  /**
   * `passed` and `refused` only where that is all but certain; `possible` where the step may have refused; `unlikely`
   * where it hardly refused, though it may not have run; `not-reached` where a step before it refused.
   */
  readonly state: "passed" | "refused" | "possible" | "unlikely" | "not-reached";
  /** Probability that this step refused, 0 to 1. */
  readonly probability: number;
  /** A sentence about the step: its task, its state and the evidence for that. */
  readonly says: string;
}

/** Another cause that fits, with the difference that decides between it and the first cause. */
export interface Rival {
  readonly cause: string;
  readonly title: string;
  readonly probability: number;
  readonly says: string;
}

/** The share that no cause takes: something that no capture shows, or a cause that no rule knows. */
export type Unexplained = Omit<Rival, "cause">;

/** The two layers of a refusal that the page could not read. */
export interface PageView {
  /** What the page's own code got, e.g. `TypeError: Failed to fetch`. */
  readonly saw: string;
  /** Why, in a sentence. */
  readonly why: string;
  /** How to make the refusal readable; this does not undo the refusal. */
  readonly fix: readonly Advice[];
}

/** What the refusals of one root share, by part, secrets replaced. */
export type Scope = Readonly<Record<string, string>>;

/** The root cause that a refusal has in common with others. */
export interface Root {
  /** Equal for refusals of one root, stable while a recording grows. */
  readonly key: string;
  /** The title with the values of the scope: "The stage `api` doesn't exist". */
  readonly title: string;
  readonly scope: Scope;
}

/** A diagnosis without its reasons, for lists of many refused requests. */
export interface Verdict extends Pick<Diagnosis, "cause" | "confidence" | "probability" | "apiGateway" | "api"> {
  readonly root: Root;
}

/** A diagnosis in words for people, computed from it and its rule. */
export interface Explanation extends ExplanationCore {
  readonly diagnosis: DiagnosisCore;
  /**
   * The same with the parts that take long, as plain data. Asks every clue, those included that ranking leaves out.
   * Each call computes it again.
   */
  full(): FullExplanation;
}

/** An explanation with all its parts. Plain data. */
export interface FullExplanation extends ExplanationCore {
  readonly diagnosis: Diagnosis;
  readonly progress: readonly Progress[];
  readonly progressSays: string;
}

interface ExplanationCore {
  /** "The stage in the URL doesn't exist" */
  readonly title: string;
  readonly root: Root;
  /** Who refused, with the API's kind, id and region as far as they are known. */
  readonly who: string;
  readonly means: string;
  readonly page: PageView | null;
  /** Evidence about the named cause, strongest first. */
  readonly why: readonly Evidence[];
  readonly rivals: readonly Rival[];
  /** Null where it is too small to be listed. */
  readonly unexplained: Unexplained | null;
}
