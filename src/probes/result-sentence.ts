import type { ProbeResult } from "../diagnosis/diagnosis.ts";

/** A probe result in a sentence. */
export function resultSentence({ status, answer }: Pick<ProbeResult, "status" | "answer">): string {
  if (status === 0) return "No answer came.";
  return answer === null ? `The answer, ${status}, tells nothing.` : `The answer was ${status}: ${answer}.`;
}
