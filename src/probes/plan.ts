import { type CheckId, resultsOf } from "../../rules/probes/checks.ts";
import type { Advice, Alternative, Confidence } from "../diagnosis/diagnosis.ts";
import { listedFrom, rounded } from "../diagnosis/rank.ts";
import { chanceOf, type Investigation, listed, nextProbe, supposing, verdictOf } from "./investigation.ts";
import type { SendPolicy } from "./safe-request.ts";

/** What is known at one point, the question that is next there, and what follows from each of its answers. */
export interface Plan {
  /** Most probable first, each of 0.02 or more. */
  readonly causes: readonly Alternative[];
  /** How sure the first of them is; null where none is left. */
  readonly confidence: Confidence | null;
  /** Null where nothing is worth a request any more, and where the plan ends. */
  readonly next: PlannedProbe | null;
}

/** A question with all that may come back. */
export interface PlannedProbe extends Advice {
  readonly check: CheckId;
  /** The credentials that it carries, in words. */
  readonly carries: readonly string[];
  /** Those of a probability of 0.02 or more. */
  readonly answers: readonly PlannedResult[];
}

export interface PlannedResult {
  readonly answer: string;
  /** How probable it is, 0 to 1. */
  readonly probability: number;
  readonly afterwards: Plan;
}

/**
 * Looks ahead.
 * @param depth how many questions deep
 */
export function planOf(asking: Investigation, allowed: SendPolicy, depth: number): Plan {
  const confidence = verdictOf(asking)?.confidence ?? null;
  const question = depth === 0 ? null : nextProbe(asking, allowed);
  const causes = listed(asking);
  if (question === null) return { causes, confidence, next: null };
  const { request, ...shown } = question;
  const answers = resultsOf(question.check).flatMap(([name, answer]) => {
    const probability = rounded(chanceOf(asking, question.check, name));
    if (probability < listedFrom) return [];
    return [{ answer, probability, afterwards: planOf(supposing(asking, question.check, name), allowed, depth - 1) }];
  });
  return { causes, confidence, next: { ...shown, carries: request.credentials, answers } };
}
