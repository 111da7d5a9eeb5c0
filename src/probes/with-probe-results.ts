import type { Evidence, MadeCheck } from "../diagnosis/diagnosis.ts";
import { type Candidate, type Ranking, rounded } from "../diagnosis/rank.ts";
import type { Asking } from "./investigation.ts";
import { outcomeOf } from "./result-sentence.ts";

/** What was found out about a refused request, as far as it bears on its causes. */
export type Answers = Pick<Asking, "made" | "worth">;

/**
 * The ranking with what checks told besides: each cause is as much more or less probable as the answers made it, and
 * each answer is evidence. What no cause explains stays as it is.
 */
export function inLightOf({ made, worth }: Answers, ranking: Ranking): Ranking {
  if (made.length === 0) return ranking;
  return {
    ...ranking,
    candidates: weighedAnew(ranking.candidates, worth),
    evidenceOf: (candidate) => [
      ...made.flatMap((check, index) => evidenceFor(candidate, check, worth[index])),
      ...ranking.evidenceOf(candidate),
    ],
  };
}

function weighedAnew(candidates: readonly Candidate[], worth: Answers["worth"]): readonly Candidate[] {
  const logOdds = ({ rule }: Candidate) => worth.reduce((sum, each) => sum + (each.get(rule.id) ?? 0), 0);
  const odds = candidates.map((each) => each.probability * Math.exp(logOdds(each)));
  const scale = sumOf(candidates.map(({ probability }) => probability)) / (sumOf(odds) || 1);
  return candidates
    .map((each, index) => ({ ...each, probability: (odds[index] ?? 0) * scale }))
    .sort((a, b) => b.probability - a.probability);
}

function evidenceFor({ rule }: Candidate, check: MadeCheck, worth: Answers["worth"][number] | undefined): Evidence[] {
  const weight = rounded(worth?.get(rule.id) ?? 0);
  const says = `${check.says} ${outcomeOf(check)}`;
  return weight === 0 ? [] : [{ clue: `asked-${check.check}`, answer: "yes", cause: rule.id, weight, says }];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
