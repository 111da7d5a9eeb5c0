import type { Case } from "./case.ts";
import type { Advice, Link } from "./diagnosis.ts";
import type { ExpectedResults } from "./expected-results.ts";
import type { SourcePlace } from "./place.ts";
import type { Quote } from "./quote.ts";

/**
 * A yes or no. `says` is a sentence for people; `quotes` are the parts of the capture that the sentence rests on. `fact`
 * is the id of the observation; clues that observe the same thing share it. `at` is the other request or record that
 * shows it, where the refused request does not.
 */
export interface Answered {
  readonly answer: "yes" | "no";
  readonly says: string;
  readonly quotes: readonly Quote[];
  readonly fact?: string;
  readonly at?: SourcePlace;
}

/** A clue's answer: unknown where the capture does not show `what`, for the reason `why`. */
export type Answer = Answered | { readonly answer: "unknown"; readonly what: string; readonly why: string };

/** A question about one case that can be answered yes, no, or not at all. */
export interface Clue {
  readonly id: string;
  /** Words for any request where the clue holds: a clause without a capital and a full stop, quotes between backticks. */
  readonly holds: string;
  /** The same where it does not hold; needed where a rule weighs that. */
  readonly fails?: string;
  /** It compares with other requests, which something that no capture shows may have treated otherwise. */
  readonly compares?: true;
  ask(subject: Case): Answer;
}

/** The weight of an observation that makes it possible that the refusal is about another call, or somebody else's. */
interface Doubt {
  /** Log-odds. */
  readonly doubt: number;
}

/**
 * The weight of a response for one cause, in log-odds (+0.7 doubles the odds, −2.3 divides them by ten).
 * `never` rules the cause out. `proof` is evidence that only this cause leaves; without one no diagnosis is certain.
 * A proof must rest on something that was seen, not on something that was missing. A doubt counts by its log-odds, and
 * no proof makes the cause certain beside it.
 */
export type Weight = number | "never" | "proof" | Doubt;

export interface Weighed {
  readonly clue: Clue;
  readonly yes: Weight;
  readonly no: Weight;
}

/** Gives a clue its weights for one rule. */
export function weigh(clue: Clue, weights: { readonly yes?: Weight; readonly no?: Weight }): Weighed {
  return { clue, yes: weights.yes ?? 0, no: weights.no ?? 0 };
}

/** One cause of a 403. */
export interface Rule {
  readonly id: string;
  /** A short sentence that names what is wrong. */
  readonly title: string;
  /** The title with values of the scope: "The stage {stage} doesn't exist". Left out where it adds nothing. */
  readonly specificTitle?: string;
  /** Scope parts that refusals of one root share; left out where those of the step are right. */
  readonly shares?: readonly string[];
  /** The kind of system that refused. */
  readonly refusedBy: string;
  /** The words behind "Refused by". */
  readonly who: string;
  readonly refusedAt: string;
  /** Further steps at which the cause may refuse; left out where there is only one. */
  readonly orAt?: readonly string[];
  /** How common the cause is before any clue, relative to the other rules; 1 is ordinary. */
  readonly prior: number;
  readonly clues: readonly Weighed[];
  /** Clues that make people think of this cause, though they carry no weight. */
  readonly suspectedWhere?: readonly Clue[];
  /** What happened, in two or three sentences. */
  readonly means: string;
  /** Tells the API's owner how to make sure. */
  confirm(subject: Case): Advice;
  fix(subject: Case): readonly Advice[];
  readonly links: readonly Link[];
  /** The results that checks get under this cause. A list where it comes about in several ways, each as likely. */
  readonly expectedResults: ExpectedResults | readonly ExpectedResults[];
}
