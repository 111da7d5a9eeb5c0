import type { FullExplanation } from "../../../src/diagnosis/explanation.ts";
import { lineText } from "../../elements/display-text.ts";
import { fullConfidence } from "../../elements/wording.ts";

/** A diagnosis in one line of plain text, for a chat or an issue. */
export function causeText({ diagnosis, root, who }: Pick<FullExplanation, "diagnosis" | "root" | "who">): string {
  const { status, method, url, confidence, probability } = diagnosis;
  const request = `${status === 0 ? "No response to" : status} ${method} ${url}`;
  const text = `${request}: ${root.title} (${fullConfidence(confidence, probability)}). ${who}.`;
  return lineText(text.replaceAll("`", ""));
}
