import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { isHiddenFromPage, isMadeReadableByApi } from "../page-view.ts";
import type { Rule } from "../rule.ts";
import { readableResponses } from "./readable-responses.ts";

/**
 * The fix of a cause as code for IaC tools. Code that lets a page read the refusal comes last. Empty if API Gateway did
 * not refuse, or no template fits.
 */
export function iacFix(rule: Pick<Rule, "iac" | "refusedBy" | "refusedAt">, subject: Case): readonly IacSnippet[] {
  const { iac, refusedBy } = rule;
  if (refusedBy !== "api-gateway") return [];
  const isReadable = isMadeReadableByApi(rule) && isHiddenFromPage(subject.exchange);
  const readable = isReadable && iac !== readableResponses ? [readableResponses] : [];
  return [...(iac === undefined ? [] : [iac]), ...readable].flatMap((each) => each(subject) ?? []);
}
