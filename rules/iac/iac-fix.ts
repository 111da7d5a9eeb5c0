import type { Case } from "../../src/diagnosis/case.ts";
import type { IacSnippet } from "../../src/diagnosis/iac.ts";
import { isHiddenFromPage } from "../page-view.ts";
import { apiMapping } from "./api-mapping.ts";
import { authorizerCache } from "./authorizer-cache.ts";
import { defaultEndpoint } from "./default-endpoint.ts";
import { openMethod, preflightMethod } from "./methods.ts";
import { readableResponses } from "./readable-responses.ts";
import { resourcePolicy } from "./resource-policy.ts";
import { restStage } from "./rest-stage.ts";
import type { IacTemplate } from "./template.ts";
import { usagePlan } from "./usage-plan.ts";

/** The causes whose fix, or one of whose fixes, is a declaration. */
export const iacTemplates: ReadonlyMap<string, IacTemplate> = new Map<string, IacTemplate>([
  ["api-key-not-in-usage-plan", usagePlan],
  ["custom-domain-mapping-without-stage", apiMapping],
  ["custom-domain-no-base-path-mapping", apiMapping],
  ["custom-domain-wrong-api-mapped", apiMapping],
  ["default-endpoint-disabled", defaultEndpoint],
  ["gateway-4xx-without-cors-headers", readableResponses],
  ["iam-auth-unsigned-request", openMethod],
  ["iam-cross-account-needs-resource-policy", resourcePolicy],
  ["lambda-authorizer-cached-policy", authorizerCache],
  ["preflight-options-not-defined", preflightMethod],
  ["preflight-options-requires-auth", preflightMethod],
  ["resource-policy-explicit-deny", resourcePolicy],
  ["resource-policy-implicit-deny", resourcePolicy],
  ["rest-stage-missing-or-unknown", restStage],
]);

/** The fix of a cause as declarations; what lets a page read the refusal comes last. Empty where none is declared. */
export function iacFix(subject: Case, cause: string): readonly IacSnippet[] {
  const topic = iacTemplates.get(cause);
  const readable = isHiddenFromPage(subject.exchange) && topic !== readableResponses ? [readableResponses] : [];
  return [...(topic === undefined ? [] : [topic]), ...readable].flatMap((each) => each(subject) ?? []);
}
