import type { Evidence, ProbeResult } from "../diagnosis/diagnosis.ts";
import { type Quote, stated } from "../diagnosis/quote.ts";
import { type Candidate, type Ranking, rounded } from "../diagnosis/rank.ts";
import type { Investigation } from "./investigation.ts";
import { resultSentence } from "./result-sentence.ts";

/** The probe results of a refused request, with their weights for each cause. */
export type ProbeResults = Pick<Investigation, "made" | "worth">;

/**
 * The ranking with the probe results: they move the odds of each cause, and each result is evidence. The share that no
 * cause explains stays.
 */
export function withProbeResults({ made, worth }: ProbeResults, ranking: Ranking): Ranking {
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

function weighedAnew(candidates: readonly Candidate[], worth: ProbeResults["worth"]): readonly Candidate[] {
  const logOdds = ({ rule }: Candidate) => worth.reduce((sum, each) => sum + (each.get(rule.id) ?? 0), 0);
  const odds = candidates.map((each) => each.probability * Math.exp(logOdds(each)));
  const scale = sumOf(candidates.map(({ probability }) => probability)) / (sumOf(odds) || 1);
  return candidates
    .map((each, index) => ({ ...each, probability: (odds[index] ?? 0) * scale }))
    .sort((a, b) => b.probability - a.probability);
}

function evidenceFor(
  { rule }: Candidate,
  check: ProbeResult,
  worth: ProbeResults["worth"][number] | undefined,
): Evidence[] {
  const weight = rounded(worth?.get(rule.id) ?? 0);
  if (weight === 0) return [];
  const says = `${check.says} ${resultSentence(check)}`;
  const [id, clue] = [`probe-${check.check}`, `asked-${check.check}`];
  return [{ id, clue, answer: "yes", cause: rule.id, weight, says, quotes: quotesOf(check) }];
}

function quotesOf({ status, answer }: ProbeResult): readonly Quote[] {
  const result = answer === null ? [] : [stated("probe", answer, "result")];
  return [stated("probe", status, "status"), ...result].flatMap(({ quotes }) => quotes);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
