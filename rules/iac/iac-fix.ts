import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { isHiddenFromPage } from "../page-view.ts";
import type { Rule } from "../rule.ts";
import { readableResponses } from "./readable-responses.ts";

/**
 * The fix of a cause as code for IaC tools. Code that lets a page read the refusal comes last. Empty if API Gateway did
 * not refuse, or no template fits.
 */
export function iacFix({ iac, refusedBy }: Pick<Rule, "iac" | "refusedBy">, subject: Case): readonly IacSnippet[] {
  if (refusedBy !== "api-gateway") return [];
  const readable = isHiddenFromPage(subject.exchange) && iac !== readableResponses ? [readableResponses] : [];
  return [...(iac === undefined ? [] : [iac]), ...readable].flatMap((each) => each(subject) ?? []);
}
