import { answered } from "../../src/diagnosis/asking/asking.ts";
import { groupBy } from "../../src/session/group-by.ts";
import type { Situation } from "./situation.ts";
import { isSettled, isWrongly, type Trial, tryOut } from "./trial.ts";

/** What asking achieves over many situations. */
export interface Measured {
  readonly situations: number;
  /** Those that the request was refused in, and that some question tells from every other. */
  readonly separable: number;
  /** Those among them where the true cause is first, and likely or certain; before and after asking. */
  readonly settledBefore: number;
  readonly settled: number;
  /** Another cause is called certain or likely, of all situations. */
  readonly certainlyWrong: number;
  readonly likelyWrongBefore: number;
  readonly likelyWrong: number;
  /** The true cause is likely or certain, of all situations. */
  readonly settledOfAllBefore: number;
  readonly settledOfAll: number;
  /** Requests for each separable situation, in ascending order. */
  readonly requests: readonly number[];
  /** The fewest with which any choice of questions settles it; of those that are settled. */
  readonly fewest: readonly number[];
  readonly missed: readonly Trial[];
}

/** Runs all situations. */
export function measureAsking(all: readonly Situation[]): Measured {
  const trials = all.flatMap((situation) => tryOut(situation) ?? []);
  const separable = [...groupBy(trials, ({ look }) => look).values()].filter(haveOneCause).flat();
  const settled = separable.filter(({ end, situation }) => isSettled(end, situation));
  return {
    situations: trials.length,
    separable: separable.length,
    settledBefore: separable.filter(({ start, situation }) => isSettled(start, situation)).length,
    settled: settled.length,
    certainlyWrong: trials.filter(({ end, situation }) => isWrongly("certain", end, situation)).length,
    likelyWrongBefore: trials.filter(({ start, situation }) => isWrongly("likely", start, situation)).length,
    likelyWrong: trials.filter(({ end, situation }) => isWrongly("likely", end, situation)).length,
    settledOfAllBefore: trials.filter(({ start, situation }) => isSettled(start, situation)).length,
    settledOfAll: trials.filter(({ end, situation }) => isSettled(end, situation)).length,
    requests: ascending(separable.map(({ end }) => end.made.length)),
    fewest: ascending(settled.map(fewestRequests)),
    missed: separable.filter((trial) => !settled.includes(trial)),
  };
}

function haveOneCause(alike: readonly Trial[]): boolean {
  return new Set(alike.map(({ situation }) => situation.cause)).size === 1;
}

/** Tries every choice of questions, the smallest first. */
function fewestRequests({ start, questions, answers, situation }: Trial): number {
  let states = [{ asking: start, from: 0 }];
  for (let count = 0; count <= questions.length; count += 1) {
    if (states.some(({ asking }) => isSettled(asking, situation))) return count;
    states = states.flatMap(({ asking, from }) =>
      questions.slice(from).flatMap((question, index) => {
        const answer = answers.get(question.check);
        return answer === undefined ? [] : [{ asking: answered(asking, question, answer), from: from + index + 1 }];
      }),
    );
  }
  return questions.length;
}

function ascending(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}
