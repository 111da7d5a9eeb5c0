import type { Answer } from "./classifier.ts";
import { counts, type Label } from "./label.ts";
import { hasCause, type Judged } from "./verdict.ts";

/** What was said about requests that API Gateway did not refuse. Labels that may be wrong are left out. */
export interface Negatives {
  readonly requests: number;
  /** Those that were called API Gateway's, with the cause that was named. */
  readonly accused: readonly string[];
  /** Those of which the real refuser is known. */
  readonly nameable: number;
  /** … and was named. */
  readonly named: number;
}

/** Looks at every label that says that API Gateway refused nothing, in one request or in a whole recording. */
export function negativesOf(judged: readonly Judged[]): Negatives {
  const nameable = judged.flatMap(({ verdicts }) =>
    verdicts.filter((verdict) => isNegative(verdict.label) && hasCause(verdict)),
  );
  return {
    requests: judged.flatMap(({ recording }) => recording.labels.filter(isNegative)).length,
    accused: judged.flatMap(({ recording, answers }) =>
      recording.labels.filter(isNegative).flatMap((label) => accusations(label, answers)),
    ),
    nameable: nameable.length,
    named: nameable.filter(({ right }) => right).length,
  };
}

function isNegative(label: Label): boolean {
  return counts(label) && !label.apiGateway;
}

function accusations({ place, entry }: Label, answers: readonly Answer[]): string[] {
  const about = answers.filter((each) => each.apiGateway && (entry === null || each.entry === entry));
  return about.map(({ ranking }) => `${place}: ${ranking[0]?.cause}`);
}
