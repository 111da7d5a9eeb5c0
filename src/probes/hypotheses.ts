import { type ExpectedResults, resultsIn, waysOf } from "../diagnosis/expected-results.ts";
import type { Candidate } from "../diagnosis/rank.ts";
import { groupBy } from "../session/group-by.ts";
import { expectedGain } from "./expected-gain.ts";

/** One cause in one of the ways in which it comes about. */
export interface Hypothesis extends Candidate {
  readonly expected: ExpectedResults;
}

/** The candidates that are not ruled out, each in all its ways. */
export function hypothesesOf(candidates: readonly Candidate[]): readonly Hypothesis[] {
  const left = candidates.filter(({ probability }) => probability > 0);
  return left.flatMap((candidate) => {
    const ways = waysOf(candidate.rule.expectedResults);
    return ways.map((expected) => ({ ...candidate, expected, probability: candidate.probability / ways.length }));
  });
}

/** The causes of the hypotheses, most probable first. */
export function causesAmong(hypotheses: readonly Hypothesis[]): readonly Candidate[] {
  const causes = [...groupBy(hypotheses, ({ rule }) => rule).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, probability: sum([first, ...others]) }],
  );
  return causes.sort((a, b) => b.probability - a.probability);
}

/** How much the check is expected to tell about the cause, in bits. */
export function gainOf(check: string, hypotheses: readonly Hypothesis[]): number {
  const causes = groupBy(hypotheses, ({ rule }) => rule).values();
  return expectedGain(
    [...causes].map((ways) =>
      ways.map(({ expected, probability }) => ({ results: resultsIn(expected, check), probability })),
    ),
  );
}

function sum(hypotheses: readonly Hypothesis[]): number {
  return hypotheses.reduce((total, { probability }) => total + probability, 0);
}
