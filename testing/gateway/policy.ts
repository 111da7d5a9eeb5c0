import { BlockList, isIPv6 } from "node:net";
import type { ConditionOperator, PolicyCondition, PolicyDocument, PolicyStatement } from "./definition.ts";

export type Decision = "Allow" | "Deny" | "neither";

/** What a policy is asked about. */
export interface PolicyQuestion {
  readonly action: string;
  readonly resource: string;
  /** ARN of the principal; undefined for an anonymous caller. */
  readonly principalArn: string | undefined;
  readonly conditionKeys: ReadonlyMap<string, string>;
}

/** Deny wins over Allow, and silence is neither. */
export function decide(documents: readonly PolicyDocument[], question: PolicyQuestion): Decision {
  const applicable = documents
    .flatMap((document) => document.Statement)
    .filter((statement) => applies(statement, question));
  if (applicable.some((statement) => statement.Effect === "Deny")) return "Deny";
  return applicable.length > 0 ? "Allow" : "neither";
}

function applies(statement: PolicyStatement, question: PolicyQuestion): boolean {
  return (
    like(statement.Action, question.action) &&
    list(statement.Resource).some((pattern) => like(pattern, question.resource)) &&
    principalMatches(statement.Principal, question.principalArn) &&
    conditionHolds(statement.Condition, question.conditionKeys)
  );
}

// "*" includes callers that aren't authenticated; an ARN doesn't.
function principalMatches(principal: PolicyStatement["Principal"], arn: string | undefined): boolean {
  if (principal === undefined || principal === "*") return true;
  return arn !== undefined && principal.AWS.some((allowed) => allowed === "*" || allowed === arn);
}

function conditionHolds(condition: PolicyCondition | undefined, keys: ReadonlyMap<string, string>): boolean {
  const operators = Object.entries(condition ?? {}) as [
    ConditionOperator,
    Readonly<Record<string, string | readonly string[]>>,
  ][];
  return operators.every(([operator, tests]) =>
    Object.entries(tests).every(([key, values]) => test[operator](keys.get(key), list(values))),
  );
}

// Negated operators hold when the key is absent: that is why a Deny with StringNotEquals catches callers without it.
const test: Record<ConditionOperator, (actual: string | undefined, values: readonly string[]) => boolean> = {
  IpAddress: (actual, values) => actual !== undefined && inRange(actual, values),
  NotIpAddress: (actual, values) => actual === undefined || !inRange(actual, values),
  StringEquals: (actual, values) => actual !== undefined && values.includes(actual),
  StringNotEquals: (actual, values) => actual === undefined || !values.includes(actual),
  StringLike: (actual, values) => actual !== undefined && values.some((pattern) => like(pattern, actual)),
};

function inRange(address: string, ranges: readonly string[]): boolean {
  const blocks = new BlockList();
  for (const range of ranges) {
    const [network = "", bits = isIPv6(range) ? "128" : "32"] = range.split("/");
    blocks.addSubnet(network, Number(bits), isIPv6(network) ? "ipv6" : "ipv4");
  }
  return blocks.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

function like(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "s").test(text);
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}
