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
export function goalsOf({ scores, negatives }: Measured): Goal[] {
  const { all, unambiguous } = scores;
  return [
    atLeast("first place, all", 0.97, share(all, "right")),
    atLeast("first three, unambiguous", 0.99, share(unambiguous, "inTopThree")),
    atLeast("first three, all", 0.95, share(all, "inTopThree")),
    none("certain and wrong", all?.certainButWrong ?? null),
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
