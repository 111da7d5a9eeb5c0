import type { ProbeResult } from "../diagnosis/diagnosis.ts";

/** A probe result in a sentence. */
export function resultSentence({ status, answer }: Pick<ProbeResult, "status" | "answer">): string {
  if (status === 0) return "No response came.";
  return answer === null ? `The response, ${status}, tells nothing.` : `The response was ${status}: ${answer}.`;
}
