import type { Advice, Alternative, Confidence } from "../diagnosis/diagnosis.ts";
import { listedFrom, rounded } from "../diagnosis/rank.ts";
import { resultsOf } from "./check.ts";
import { chanceOf, type Investigation, listed, nextProbe, supposing, verdictOf } from "./investigation.ts";
import type { SendPolicy } from "./safe-request.ts";

/** The causes at one point, the next probe, and the plan after each of its results. */
export interface Plan {
  /** Most probable first, each of 0.02 or more. */
  readonly causes: readonly Alternative[];
  /** How sure the first of them is; null where none is left. */
  readonly confidence: Confidence | null;
  /** Null where no request is worth sending, and where the plan ends. */
  readonly next: PlannedProbe | null;
}

/** A probe with everything that it may get. */
export interface PlannedProbe extends Advice {
  readonly check: string;
  /** The credentials that it carries, in words. */
  readonly carries: readonly string[];
  /** Those of a probability of 0.02 or more. */
  readonly answers: readonly PlannedResult[];
}

export interface PlannedResult {
  readonly answer: string;
  /** 0 to 1. */
  readonly probability: number;
  readonly afterwards: Plan;
}

/**
 * Plans the probes that may follow.
 * @param depth how many probes deep
 */
export function planOf(investigation: Investigation, allowed: SendPolicy, depth: number): Plan {
  const confidence = verdictOf(investigation)?.confidence ?? null;
  const probe = depth === 0 ? null : nextProbe(investigation, allowed);
  const causes = listed(investigation);
  if (probe === null) return { causes, confidence, next: null };
  const { request, ...shown } = probe;
  const { check } = probe;
  const answers = resultsOf(investigation.checks, check).flatMap(([name, answer]) => {
    const probability = rounded(chanceOf(investigation, check, name));
    if (probability < listedFrom) return [];
    return [{ answer, probability, afterwards: planOf(supposing(investigation, check, name), allowed, depth - 1) }];
  });
  return { causes, confidence, next: { ...shown, carries: request.credentials, answers } };
}
