import { withResponse } from "../../src/probes/investigation.ts";
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
  /** After how many of them the cause is settled; of those that are. The rest confirm it. */
  readonly untilSettled: readonly number[];
  /** The fewest with which any choice of questions settles it, made by somebody who knows all answers; of the same. */
  readonly fewest: readonly number[];
  readonly kinds: readonly Kind[];
  readonly missed: readonly Trial[];
}

/** Refusals that say the same. */
interface Kind {
  /** Error type and wording of the response. */
  readonly answer: string;
  readonly situations: number;
  readonly causes: number;
  readonly separable: number;
  readonly settled: number;
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
    untilSettled: ascending(settled.map(requestsUntilSettled)),
    fewest: ascending(settled.map(fewestRequests)),
    kinds: [...groupBy(trials, answerOf)].map(([answer, alike]) => ({
      answer,
      situations: alike.length,
      causes: new Set(alike.map(({ situation }) => situation.cause)).size,
      separable: alike.filter((each) => separable.includes(each)).length,
      settled: alike.filter((each) => settled.includes(each)).length,
    })),
    missed: separable.filter((trial) => !settled.includes(trial)),
  };
}

function haveOneCause(alike: readonly Trial[]): boolean {
  return new Set(alike.map(({ situation }) => situation.cause)).size === 1;
}

/** What the refusal shows by itself; without a body its status and error type. */
function answerOf({ start }: Trial): string {
  const { errorTypes, body } = start.subject.exchange.response;
  const type = errorTypes.known ? errorTypes.value.join() : "";
  const { refusal } = start.subject;
  const wording = refusal.known ? refusal.value.wording : null;
  return [
    type === "" ? "no error type" : type,
    wording ?? (body.known && body.value !== "" ? "other words" : "no body"),
  ].join(", ");
}

/** The responses in the order of the trial, as far as they were wanted. */
function requestsUntilSettled({ start, end, questions, answers, situation }: Trial): number {
  let asking = start;
  for (const [count, check] of end.asked.entries()) {
    if (isSettled(asking, situation)) return count;
    const question = questions.find((each) => each.check === check);
    const answer = answers.get(check);
    if (question !== undefined && answer !== undefined) asking = withResponse(asking, question, answer);
  }
  return end.asked.length;
}

/** Tries every choice of questions, the smallest first. */
function fewestRequests({ start, questions, answers, situation }: Trial): number {
  let states = [{ asking: start, from: 0 }];
  for (let count = 0; count <= questions.length; count += 1) {
    if (states.some(({ asking }) => isSettled(asking, situation))) return count;
    states = states.flatMap(({ asking, from }) =>
      questions.slice(from).flatMap((question, index) => {
        const answer = answers.get(question.check);
        return answer === undefined ? [] : [{ asking: withResponse(asking, question, answer), from: from + index + 1 }];
      }),
    );
  }
  return questions.length;
}

function ascending(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}
