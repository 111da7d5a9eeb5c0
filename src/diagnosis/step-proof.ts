import type { Candidate, Ranking } from "./engine.ts";
import type { StepId } from "./steps.ts";
import { strongestAgainst } from "./told-apart.ts";

/**
 * The sentence that shows best that a step did not refuse: the strongest against the likeliest cause of a refusal
 * there. Null where nothing speaks against it.
 */
export function stepProof(step: StepId, { candidates, evidenceOf }: Ranking): string | null {
  const likeliest = candidates.filter(({ rule }) => rule.refusedAt === step).toSorted(byLikelihood)[0];
  return likeliest === undefined ? null : strongestAgainst(evidenceOf(likeliest), () => 0);
}

/** Of causes that are ruled out, the one that is most common. */
function byLikelihood(a: Candidate, b: Candidate): number {
  return b.probability - a.probability || b.rule.prior - a.rule.prior;
}
