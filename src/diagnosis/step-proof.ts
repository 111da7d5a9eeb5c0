import { speaksAgainst } from "./deciding-difference.ts";
import type { Ranking } from "./rank.ts";

/** Log-odds that ruling a cause out counts for, beside clues that only speak against it. */
const ruledOut = 10;

/**
 * The sentence that shows best that a step did not refuse: of those that speak against its commonest cause the one that
 * speaks most against all of them. Null where nothing speaks against that cause.
 */
export function stepProof(step: string, { candidates, evidenceOf }: Ranking): string | null {
  const refusing = candidates.filter(({ rule }) => rule.refusedAt === step);
  const commonest = refusing.toSorted((a, b) => b.rule.prior - a.rule.prior)[0];
  if (commonest === undefined) return null;
  const strengths = new Map<string, number>();
  for (const candidate of refusing) {
    for (const { says, weight } of evidenceOf(candidate).filter(speaksAgainst)) {
      const strength = candidate.rule.prior * Math.min(ruledOut, Math.abs(weight ?? ruledOut));
      strengths.set(says, (strengths.get(says) ?? 0) + strength);
    }
  }
  const against = evidenceOf(commonest).filter(speaksAgainst);
  return against.toSorted((a, b) => (strengths.get(b.says) ?? 0) - (strengths.get(a.says) ?? 0))[0]?.says ?? null;
}
