import type { MadeCheck } from "../diagnosis/diagnosis.ts";

/** What came back, in a sentence. */
export function outcomeOf({ status, answer }: Pick<MadeCheck, "status" | "answer">): string {
  if (status === 0) return "No answer came.";
  return answer === null ? `The answer, ${status}, tells nothing.` : `The answer was ${status}: ${answer}.`;
}
