import type { Case } from "./case.ts";
import type { Confidence, Evidence, Unseen } from "./diagnosis.ts";
import type { Answer, Clue, Rule, Weight } from "./rule.ts";

/** One cause with the odds that the clues give it. */
export interface Candidate {
  readonly rule: Rule;
  /** 0 to 1; 0 where a clue ruled it out. */
  readonly probability: number;
  readonly evidence: readonly Evidence[];
  readonly proved: boolean;
}

export interface Ranking {
  /** Most probable first; includes the ruled out. Empty where every rule failed or was ruled out. */
  readonly candidates: readonly Candidate[];
  readonly unseen: readonly Unseen[];
  readonly failures: readonly { readonly rule: string; readonly reason: string }[];
}

/** Log-odds of a proof: it outweighs whatever circumstantial evidence speaks for others. */
const proofWeight = 9;

/** At or above this probability a proved cause is called certain. */
const certainFrom = 0.97;
const likelyFrom = 0.6;

/**
 * Weighs every rule against one case and normalises. A rule that throws is reported and left out; the rest answer.
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
  return { candidates: normalise(scored), unseen: unseenIn(scored), failures };
}

/** How sure the first candidate is. Certain needs a proof: improbable rivals alone never make a certainty. */
export function confidenceOf({ probability, proved }: Candidate): Confidence {
  if (proved && probability >= certainFrom) return "certain";
  return probability >= likelyFrom ? "likely" : "ambiguous";
}

interface Scored {
  readonly rule: Rule;
  readonly logOdds: number;
  readonly evidence: readonly Evidence[];
  readonly unseen: readonly Unseen[];
  readonly proved: boolean;
}

/** Many rules ask the same clue; each is asked once a case. */
function remembering(subject: Case): (clue: Clue) => Answer {
  const answers = new Map<Clue, Answer>();
  return (clue) => {
    const answer = answers.get(clue) ?? clue.ask(subject);
    answers.set(clue, answer);
    return answer;
  };
}

function score(rule: Rule, ask: (clue: Clue) => Answer): Scored {
  const evidence: Evidence[] = [];
  const unseen: Unseen[] = [];
  let logOdds = Math.log(rule.prior);
  let proved = false;
  for (const { clue, yes, no } of rule.clues) {
    const answer = ask(clue);
    if (answer.answer === "unknown") {
      unseen.push({ what: answer.what, why: answer.why });
      continue;
    }
    const weight = answer.answer === "yes" ? yes : no;
    if (weight === 0) continue;
    logOdds += logOddsOf(weight);
    proved ||= weight === "proof";
    const shown = weight === "never" ? null : logOddsOf(weight);
    evidence.push({ clue: clue.id, answer: answer.answer, cause: rule.id, weight: shown, says: answer.says });
  }
  return { rule, logOdds, evidence, unseen, proved };
}

function logOddsOf(weight: Weight): number {
  if (weight === "never") return Number.NEGATIVE_INFINITY;
  return weight === "proof" ? proofWeight : weight;
}

function normalise(scored: readonly Scored[]): Candidate[] {
  const highest = Math.max(...scored.map(({ logOdds }) => logOdds));
  const odds = scored.map(({ logOdds }) => (highest === Number.NEGATIVE_INFINITY ? 0 : Math.exp(logOdds - highest)));
  const total = odds.reduce((sum, each) => sum + each, 0);
  return scored
    .map(({ rule, evidence, proved }, index) => ({
      rule,
      evidence,
      proved,
      probability: total === 0 ? 0 : (odds[index] ?? 0) / total,
    }))
    .sort((a, b) => b.probability - a.probability);
}

/** What the causes still in the running would have liked to see, each thing once. */
function unseenIn(scored: readonly Scored[]): Unseen[] {
  const byWhat = new Map<string, Unseen>();
  for (const { logOdds, unseen } of scored) {
    if (logOdds === Number.NEGATIVE_INFINITY) continue;
    for (const each of unseen) byWhat.set(each.what, each);
  }
  return [...byWhat.values()];
}
