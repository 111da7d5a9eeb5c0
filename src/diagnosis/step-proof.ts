import type { Ranking } from "./engine.ts";
import type { StepId } from "./steps.ts";
import { speaksAgainst } from "./told-apart.ts";

/** Log-odds that ruling a cause out counts for, beside clues that only speak against it. */
const ruledOut = 10;

/**
 * The sentence that shows best that a step did not refuse: the one that speaks most against what is refused there, by
 * how common each cause is. Null where nothing does.
 */
export function stepProof(step: StepId, { candidates, evidenceOf }: Ranking): string | null {
  const strengths = new Map<string, number>();
  const refusing = candidates.filter(({ rule }) => rule.refusedAt === step || rule.orAt?.includes(step));
  for (const candidate of refusing) {
    for (const { says, weight } of evidenceOf(candidate).filter(speaksAgainst)) {
      const strength = candidate.rule.prior * Math.min(ruledOut, Math.abs(weight ?? ruledOut));
      strengths.set(says, (strengths.get(says) ?? 0) + strength);
    }
  }
  return [...strengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
