import type { Case } from "../src/diagnosis/case.ts";
import { memoizeWeak } from "../src/session/memoize-weak.ts";
import type { Rule } from "./rule.ts";

/**
 * Adapts the rules to the called name. On a function URL's name only the function URL refuses, so it is what refuses in
 * words that it shares with API Gateway (a wrong signature), outside API Gateway's order. AWS WAF stands before
 * CloudFront or before the API: before the API if its response carries the API's id.
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
