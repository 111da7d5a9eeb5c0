import type { Answer } from "./classifier.ts";
import type { Label, LabelledRecording } from "./label.ts";

/** What is known and what was said about one request. */
export interface Verdict {
  readonly label: Label;
  readonly said: Answer | null;
  /** The cause in the first place is the label's or one that it accepts. */
  readonly right: boolean;
  /** The label's own cause is. */
  readonly exact: boolean;
  /** The label's own cause is among the first three. */
  readonly inTopThree: boolean;
}

/** A recording with what one answerer said about it. */
export interface Judged {
  readonly recording: LabelledRecording;
  readonly answers: readonly Answer[];
  readonly verdicts: readonly Verdict[];
}

/** Compares what is known about a recording with what was said about it. */
export function judge({ labels }: LabelledRecording, answers: readonly Answer[]): Verdict[] {
  return labels.flatMap((label) =>
    label.entry === null ? [] : [verdictOn(label, diagnosisFor(label.entry, answers))],
  );
}

function verdictOn(label: Label, said: Answer | null): Verdict {
  const [first] = firstThree(said);
  return {
    label,
    said,
    right: first !== undefined && fits(label, first),
    exact: first !== undefined && first === label.cause,
    inTopThree: firstThree(said).some((cause) => cause === label.cause),
  };
}

/** Whether a cause is right by a label. Where only one cause is excluded, every other may be. */
export function fits({ cause, accept, isNot }: Label, said: string): boolean {
  return cause === null ? said !== isNot : said === cause || accept.includes(said);
}

/** The first three causes of a response, most probable first. */
function firstThree(said: Answer | null): string[] {
  return (said?.ranking ?? []).slice(0, 3).map(({ cause }) => cause);
}

/** The diagnosis of an entry: its own, or that of the preflight whose refusal blocked it. */
export function diagnosisFor(entry: number, answers: readonly Answer[]): Answer | null {
  const own = answers.find((each) => each.entry === entry);
  return own ?? answers.find(({ blocks }) => blocks.includes(entry)) ?? null;
}

/** Whether a request has one known cause, so that a response can be right. */
export function hasCause({ label }: Verdict): boolean {
  return label.cause !== null && label.cause !== "none";
}
