import type { Recorded } from "../../src/session/recording.ts";
import { type Answer, ours } from "./classifier.ts";
import type { Label, LabelledRecording } from "./label.ts";
import { diagnosisFor, fits } from "./verdict.ts";

/** What is wrong with the responses to a recording that was changed, in words: wrong certainties and rules that failed. */
export type WrongsIn = (changed: readonly Recorded[]) => string[];

/**
 * Knows what would be wrong to be certain of, entry by entry: by the label where there is one; elsewhere whatever is
 * not what the whole recording says, since a recording that is worse cannot teach more.
 */
export function wrongsOf({ recorded, labels }: LabelledRecording): WrongsIn {
  const whole = ours(recorded).answers;
  const isWrong = (answer: Answer) => {
    const label = labels.find(({ entry }) => entry === answer.entry);
    if (label !== undefined) return contradicts(label, answer);
    return firstOf(diagnosisFor(answer.entry, whole)) !== firstOf(answer);
  };
  return (changed) => {
    const { answers, problems } = ours(changed);
    const wrong = answers.filter((answer) => answer.confidence === "certain" && isWrong(answer));
    return [...problems, ...wrong.map(inWords)];
  };
}

/** Where no cause is known, nobody can be certain of one. */
function contradicts(label: Label, answer: Answer): boolean {
  if (label.cause === "none") return answer.apiGateway;
  return label.cause === null || !fits(label, firstOf(answer));
}

function firstOf(answer: Answer | null): string {
  return answer?.ranking[0]?.cause ?? "nothing";
}

function inWords({ entry, ranking }: Answer): string {
  return `#${entry} certainly: ${ranking.map(({ cause, probability }) => `${cause} ${probability}`).join(", ")}`;
}
