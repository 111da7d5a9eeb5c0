import { remembered } from "../session/remembered.ts";
import type { Case } from "./case.ts";
import type { Rule } from "./rule.ts";

/**
 * The rules as they apply to the name that was called. On a function URL's name nobody but the function URL refuses, so
 * what API Gateway would refuse in the same words (a wrong signature) is refused by that, outside API Gateway's order.
 */
export function rulesFor({ exchange }: Case, rules: readonly Rule[]): readonly Rule[] {
  return exchange.host.kind === "lambda-url" ? refusedByFunctionUrl(rules) : rules;
}

const refusedByFunctionUrl = remembered((rules: readonly Rule[]) => rules.map(ofFunctionUrl));

function ofFunctionUrl(rule: Rule): Rule {
  if (rule.refusedBy !== "api-gateway") return rule;
  return { ...rule, refusedBy: "elsewhere", who: "a Lambda function URL", refusedAt: "elsewhere" };
}
