import type { Case } from "../src/diagnosis/case.ts";
import { memoizeWeak } from "../src/session/memoize-weak.ts";
import type { Rule } from "./rule.ts";

/**
 * The rules as they apply to the name that was called. On a function URL's name nobody but the function URL refuses, so
 * what API Gateway would refuse in the same words (a wrong signature) is refused by that, outside API Gateway's order.
 * AWS WAF stands before CloudFront or before the API: where its response carries the API's id, before the API.
 */
export function adaptedTo({ exchange }: Case, rules: readonly Rule[]): readonly Rule[] {
  if (exchange.host.kind === "lambda-url") return refusedByFunctionUrl(rules);
  return exchange.response.headers.has("x-amz-apigw-id") ? refusedAtApi(rules) : rules;
}

const refusedAtApi = memoizeWeak((rules: readonly Rule[]) => rules.map(ofApisFirewall));

function ofApisFirewall(rule: Rule): Rule {
  const isFirewall = rule.refusedBy === "in-front" && rule.refusedAt === "waf";
  return isFirewall ? { ...rule, refusedBy: "api-gateway", who: `${rule.who} in front of API Gateway` } : rule;
}

const refusedByFunctionUrl = memoizeWeak((rules: readonly Rule[]) => rules.map(ofFunctionUrl));

function ofFunctionUrl(rule: Rule): Rule {
  if (rule.refusedBy !== "api-gateway") return rule;
  return { ...rule, refusedBy: "elsewhere", who: "a Lambda function URL", refusedAt: "elsewhere" };
}
