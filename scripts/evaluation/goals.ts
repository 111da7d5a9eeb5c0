import type { Measured } from "./measure.ts";
import type { Score } from "./score.ts";

/** A figure that the rules are to reach. `met` is null where the corpus has nothing to measure it by. */
export interface Goal {
  readonly title: string;
  readonly limit: number;
  readonly unit: "share" | "count";
  readonly measured: number | null;
  readonly met: boolean | null;
}

/** The goals with what was measured. */
export function goalsOf(measured: Measured): Goal[] {
  return [
    ...accuracyGoals(measured),
    none("certain and wrong", wrongCertainties(measured)),
    ...reliabilityGoals(measured),
  ];
}

/** For captures that lack what would decide: probabilities have to say so, whatever is first. */
export function reducedGoalsOf(measured: Measured): Goal[] {
  return [none("certain and wrong", wrongCertainties(measured)), ...reliabilityGoals(measured)];
}

function wrongCertainties({ scores }: Measured): number | null {
  return scores["all"]?.certainButWrong ?? null;
}

function reliabilityGoals({ bands }: Measured): Goal[] {
  return bands.flatMap(({ title, atLeast: limit, said, right, heldOut }) => [
    atLeast(`right, of those said with ${title}`, limit, said === 0 ? null : right / said),
    atLeast(`the same, each family held out`, limit, heldOut.said === 0 ? null : heldOut.right / heldOut.said),
  ]);
}

function accuracyGoals({ scores, negatives }: Measured): Goal[] {
  const { all, unambiguous } = scores;
  return [
    atLeast("first place, all", 0.97, share(all, "right")),
    atLeast("first three, unambiguous", 0.99, share(unambiguous, "inTopThree")),
    atLeast("first three, all", 0.95, share(all, "inTopThree")),
    atLeast("certain or likely, unambiguous", 0.9, share(unambiguous, "certainOrLikely")),
    none("negatives called API Gateway", negatives.requests === 0 ? null : negatives.accused.length),
    atLeast("negatives named", 0.95, negatives.nameable === 0 ? null : negatives.named / negatives.nameable),
  ];
}

function share(score: Score | undefined, count: "right" | "inTopThree" | "certainOrLikely"): number | null {
  return score === undefined ? null : score[count] / score.requests;
}

function atLeast(title: string, limit: number, measured: number | null): Goal {
  return { title, limit, unit: "share", measured, met: measured === null ? null : measured >= limit };
}

function none(title: string, measured: number | null): Goal {
  return { title, limit: 0, unit: "count", measured, met: measured === null ? null : measured === 0 };
}
