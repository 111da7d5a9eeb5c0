import { groupBy } from "../session/group-by.ts";
import type { Case } from "./case.ts";
import type { Confidence, Evidence, Unavailable } from "./diagnosis.ts";
import { observationOf } from "./observation.ts";
import type { Answer, Answered, Clue, Rule, Weighed, Weight } from "./rule.ts";

/** One cause with the odds that the clues give it. */
export interface Candidate {
  readonly rule: Rule;
  /** 0 to 1; 0 where a clue ruled it out. */
  readonly probability: number;
  /** True where a proof was seen and no doubt. */
  readonly proved: boolean;
}

export interface Ranking {
  /** Most probable first; includes the ruled out. Empty where every rule failed or was ruled out. */
  readonly candidates: readonly Candidate[];
  readonly unseen: readonly Unavailable[];
  readonly failures: readonly { readonly rule: string; readonly reason: string }[];
  /** A clue's answer. Never throws; a clue that throws counts as unknown. */
  ask(clue: Clue): Answer;
  /** The evidence for and against a candidate, ruled out or not, each observation once. */
  evidenceOf(candidate: Candidate): readonly Evidence[];
}

/** Causes below this probability are not listed. */
export const listedFrom = 0.02;

/** Log-odds of a proof: more than circumstantial evidence for others ever has. */
const proofWeight = 9;

/**
 * The part of the odds taken by comparisons with other requests that stays unexplained: something that no capture shows
 * may have treated those otherwise, or no rule knows the cause. So a cause that is merely left over is not likely yet.
 */
const unexplainedPart = 0.3;

/** At or above this probability a proved cause is called certain. */
const certainFrom = 0.97;
const likelyFrom = 0.6;

/**
 * Weighs every rule against one case. The probabilities sum to 1 less the unexplained share. A rule that throws is listed
 * among the failures and left out.
 */
export function rank(subject: Case, rules: readonly Rule[]): Ranking {
  const ask = remembering(subject);
  const failures: { rule: string; reason: string }[] = [];
  const scored = rules.flatMap((rule) => {
    try {
      return [score(rule, ask)];
    } catch (error) {
      failures.push({ rule: rule.id, reason: error instanceof Error ? error.message : String(error) });
      return [];
    }
  });
  const askSafely = safely(ask);
  const evidenceOf = ({ rule }: Candidate) => evidenceFor(rule, askSafely);
  const candidates = normalise(scored);
  return { candidates, unseen: unseenIn(candidates, ask), failures, ask: askSafely, evidenceOf };
}

/** The probability that no cause takes, 0 to 1: comparisons leave a part of the odds unexplained. */
export function unexplainedBy(candidates: readonly Candidate[]): number {
  return Math.max(0, 1 - sumOf(candidates.map(({ probability }) => probability)));
}

/** To three decimals: probabilities and weights are no more precise than that. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** How sure the first candidate is. Certain needs an undoubted proof; improbable rivals alone are not enough. */
export function confidenceOf({ probability, proved }: Candidate): Confidence {
  if (proved && probability >= certainFrom) return "certain";
  return probability >= likelyFrom ? "likely" : "ambiguous";
}

type Ask = (clue: Clue) => Answer;

/** Asks each clue once a case, however many rules weigh it. */
function remembering(subject: Case): Ask {
  const answers = new Map<Clue, Answer>();
  return (clue) => {
    const known = answers.get(clue);
    if (known !== undefined) return known;
    const answer = clue.ask(subject);
    answers.set(clue, answer);
    return answer;
  };
}

function safely(ask: Ask): Ask {
  return (clue) => {
    try {
      return ask(clue);
    } catch {
      return { answer: "unknown", what: clue.id, why: "the question failed" };
    }
  };
}

interface Scored extends Pick<Candidate, "rule" | "proved"> {
  readonly logOdds: number;
  /** The log-odds without the loss by comparisons with other requests. */
  readonly uncompared: number;
}

function score(rule: Rule, ask: Ask): Scored {
  let logOdds = Math.log(rule.prior);
  let compared = 0;
  let proved = false;
  let doubted = false;
  for (const weighed of rule.clues) {
    const weight = weightOf(weighed, ask(weighed.clue));
    if (weight === "never") return ruledOut(rule);
    logOdds += logOddsOf(weight);
    if (weighed.clue.compares) compared += logOddsOf(weight);
    proved ||= weight === "proof";
    doubted ||= typeof weight === "object";
  }
  return { rule, logOdds, uncompared: logOdds - Math.min(0, compared), proved: proved && !doubted };
}

function ruledOut(rule: Rule): Scored {
  return { rule, logOdds: Number.NEGATIVE_INFINITY, uncompared: Number.NEGATIVE_INFINITY, proved: false };
}

function weightOf({ yes, no }: Weighed, { answer }: Answer): Weight {
  if (answer === "unknown") return 0;
  return answer === "yes" ? yes : no;
}

function logOddsOf(weight: Exclude<Weight, "never">): number {
  if (weight === "proof") return proofWeight;
  return typeof weight === "number" ? weight : weight.doubt;
}

function normalise(scored: readonly Scored[]): Candidate[] {
  const highest = Math.max(...scored.map(({ logOdds }) => logOdds));
  const oddsOf = (logOdds: number) => (highest === Number.NEGATIVE_INFINITY ? 0 : Math.exp(logOdds - highest));
  const odds = scored.map(({ logOdds }) => oddsOf(logOdds));
  const uncompared = scored.map((each) => oddsOf(each.uncompared));
  const explained = sumOf(odds);
  const total = explained + unexplainedPart * (sumOf(uncompared) - explained);
  return scored
    .map(({ rule, proved }, index) => ({
      rule,
      proved,
      probability: total === 0 ? 0 : (odds[index] ?? 0) / total,
    }))
    .sort((a, b) => b.probability - a.probability);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}

function evidenceFor(rule: Rule, ask: Ask): Evidence[] {
  const evidence = rule.clues.flatMap((weighed): Evidence[] => {
    const answer = ask(weighed.clue);
    const weight = weightOf(weighed, answer);
    if (answer.answer === "unknown" || weight === 0) return [];
    const shown = weight === "never" ? null : logOddsOf(weight);
    return [evidenceBy(weighed.clue, rule, answer, shown)];
  });
  return [...groupBy(evidence, observationOf).values()].flatMap(together);
}

function evidenceBy(clue: Clue, rule: Rule, answered: Answered, weight: number | null): Evidence {
  const { answer, says, quotes, fact: id = clue.id, at } = answered;
  const evidence = { id, clue: clue.id, answer, cause: rule.id, weight, says, quotes };
  return at === undefined ? evidence : { ...evidence, at };
}

/** Clues with the same observation are one piece of evidence, with the sum of their weights. */
function together(alike: readonly Evidence[]): Evidence[] {
  const [strongest] = byWeight(alike);
  if (strongest === undefined) return [];
  if (strongest.weight === null || alike.length === 1) return [strongest];
  const sum = alike.reduce((weight, each) => weight + (each.weight ?? 0), 0);
  const weight = rounded(sum);
  return weight === 0 ? [] : [{ ...strongest, weight }];
}

/** Strongest first, for or against. */
export function byWeight(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => strength(b) - strength(a));
}

function strength({ weight }: Evidence): number {
  return weight === null ? Number.POSITIVE_INFINITY : Math.abs(weight);
}

/** The things that clues of the listed causes could not see, each once. */
function unseenIn(candidates: readonly Candidate[], ask: Ask): Unavailable[] {
  const byWhat = new Map<string, Unavailable>();
  for (const { rule, probability } of candidates) {
    if (probability < listedFrom) continue;
    for (const { clue } of rule.clues) {
      const answer = ask(clue);
      if (answer.answer === "unknown") byWhat.set(answer.what, answer);
    }
  }
  return [...byWhat.values()].map(({ what, why }) => ({ what, why }));
}
