import { speaksAgainst } from "./deciding-difference.ts";
import type { Evidence } from "./diagnosis.ts";
import { observationOf } from "./observation.ts";
import type { Ranking } from "./rank.ts";

/** Log-odds of evidence that rules a cause out, beside evidence that only speaks against it. */
const ruledOut = 10;

/**
 * The sentence that shows best that a step did not refuse: of the evidence against its commonest cause, the piece that
 * speaks most against all of the step's causes. Null where nothing speaks against the commonest cause.
 */
export function stepProof(step: string, { candidates, evidenceOf }: Ranking): string | null {
  const refusing = candidates.filter(({ rule }) => rule.refusedAt === step);
  const againstEach = refusing.map((each) => ({ each, against: evidenceOf(each).filter(speaksAgainst) }));
  const [commonest] = againstEach.toSorted((a, b) => b.each.rule.prior - a.each.rule.prior);
  if (commonest === undefined) return null;
  const strengths = new Map<string, number>();
  for (const { each, against } of againstEach) {
    for (const evidence of against) {
      const strength = each.rule.prior * Math.min(ruledOut, Math.abs(evidence.weight ?? ruledOut));
      const observation = observationOf(evidence);
      strengths.set(observation, (strengths.get(observation) ?? 0) + strength);
    }
  }
  const strengthOf = (evidence: Evidence) => strengths.get(observationOf(evidence)) ?? 0;
  return commonest.against.toSorted((a, b) => strengthOf(b) - strengthOf(a))[0]?.says ?? null;
}
