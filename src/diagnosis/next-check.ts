import type { Case } from "./case.ts";
import { applicableChecks, type CheckId, checkAdvice } from "./checks.ts";
import type { Advice } from "./diagnosis.ts";
import type { Candidate } from "./engine.ts";

/** Bits of expected gain below which a check is not worth a request. */
const worthAsking = 0.1;

/**
 * The harmless check that is expected to tell most about which candidate is true; where none tells anything, the
 * way in which the API's owner makes sure.
 */
export function nextCheck(subject: Case, candidates: readonly Candidate[]): Advice | null {
  const [best] = applicableChecks(subject)
    .map((id) => ({ id, gain: expectedGain(id, candidates) }))
    .sort((a, b) => b.gain - a.gain);
  if (best !== undefined && best.gain >= worthAsking) return checkAdvice(best.id, subject);
  return candidates[0]?.rule.confirm(subject) ?? null;
}

/**
 * Entropy, in bits, of the answers that the check would get: each cause gives one answer, so what the answer tells
 * about the cause is all of it. Causes that say nothing of the check might give any answer and count for none.
 */
function expectedGain(id: CheckId, candidates: readonly Candidate[]): number {
  const outcomes = new Map<string, number>();
  for (const { rule, probability } of candidates) {
    const outcome = rule.wouldAnswer[id];
    if (outcome !== undefined) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + probability);
  }
  const shares = [...outcomes.values()].filter((share) => share > 0);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.reduce((bits, share) => bits - share * Math.log2(share / total), 0);
}
