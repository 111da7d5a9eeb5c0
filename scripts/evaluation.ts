import type { Diagnosis } from "../src/diagnosis/diagnosis.ts";

/** What is known about one request, or about a whole file where `entryIndex` is null. */
export interface Expectation {
  readonly file: string;
  readonly entryIndex: number | null;
  /** A cause's id, or "none" where API Gateway refused nothing. */
  readonly cause: string;
  /** Causes that are right as well, because the capture cannot tell them apart. */
  readonly accept: readonly string[];
  readonly apiGateway: boolean;
  readonly ambiguous: boolean;
  readonly strength: string;
}

/** What was expected and what was said about one request. */
export interface Verdict {
  readonly expected: Expectation;
  readonly said: Diagnosis | null;
  /** The expected cause or an accepted one is in the first place. */
  readonly right: boolean;
  /** The expected cause itself is. */
  readonly exact: boolean;
  readonly inTopThree: boolean;
  readonly hasRule: boolean;
}

/** Counts over a set of verdicts. */
export interface Score {
  readonly requests: number;
  readonly right: number;
  readonly exact: number;
  readonly inTopThree: number;
  /** Wrong answers to a cause that no rule knows yet. */
  readonly withoutRule: number;
  readonly certain: number;
  readonly certainButWrong: number;
  /** Mean probability of the first cause: what the share of right answers would be if it were calibrated. */
  readonly meanProbability: number;
}

/** Compares what was said about one request with what is known about it. */
export function judge(expected: Expectation, said: Diagnosis | null, ruleIds: ReadonlySet<string>): Verdict {
  const accepted = [expected.cause, ...expected.accept];
  return {
    expected,
    said,
    right: said !== null && accepted.includes(said.cause),
    exact: said?.cause === expected.cause,
    inTopThree: firstThree(said).includes(expected.cause),
    hasRule: ruleIds.has(expected.cause),
  };
}

/** The first three causes of a diagnosis, most probable first. */
export function firstThree(said: Diagnosis | null): string[] {
  return said === null ? [] : [said.cause, ...said.alternatives.map(({ cause }) => cause)].slice(0, 3);
}

/** Counts verdicts. */
export function score(verdicts: readonly Verdict[]): Score {
  const answered = verdicts.flatMap(({ said }) => (said === null ? [] : [said.probability]));
  const certain = verdicts.filter(({ said }) => said?.confidence === "certain");
  return {
    requests: verdicts.length,
    right: verdicts.filter(({ right }) => right).length,
    exact: verdicts.filter(({ exact }) => exact).length,
    inTopThree: verdicts.filter(({ inTopThree }) => inTopThree).length,
    withoutRule: verdicts.filter(({ right, hasRule }) => !right && !hasRule).length,
    certain: certain.length,
    certainButWrong: certain.filter(({ right }) => !right).length,
    meanProbability: answered.reduce((sum, each) => sum + each, 0) / Math.max(answered.length, 1),
  };
}

/** The diagnosis of an entry: its own, or that of the preflight whose refusal blocked it. */
export function diagnosisOf(diagnoses: readonly Diagnosis[], entry: number): Diagnosis | null {
  const own = diagnoses.find((each) => each.entry === entry);
  return own ?? diagnoses.find(({ blocks }) => blocks.includes(entry)) ?? null;
}

/** Diagnoses that call API Gateway the refuser of something that it did not refuse. */
export function falseAccusations(expected: Expectation, diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  if (expected.apiGateway) return [];
  const { entryIndex } = expected;
  return diagnoses.filter(({ entry, apiGateway }) => apiGateway && (entryIndex === null || entry === entryIndex));
}

/** The causes that AWS's article "How do I troubleshoot HTTP 403 errors from API Gateway" has a row for. */
export const articleCauses: ReadonlySet<string> = new Set([
  "api-key-invalid-or-disabled",
  "api-key-missing",
  "api-key-not-in-usage-plan",
  "cloudfront-waf-blocked",
  "corporate-proxy-403",
  "custom-domain-no-base-path-mapping",
  "custom-domain-stage-in-path",
  "default-endpoint-disabled",
  "iam-auth-non-sigv4-authorization",
  "iam-auth-unsigned-request",
  "iam-explicit-deny",
  "iam-identity-policy-implicit-deny",
  "integration-403-passthrough",
  "lambda-authorizer-explicit-deny",
  "lambda-authorizer-implicit-deny",
  "mtls-client-cert-rejected",
  "preflight-options-not-defined",
  "preflight-options-requires-auth",
  "private-api-missing-api-id",
  "resource-policy-explicit-deny",
  "resource-policy-implicit-deny",
  "rest-root-without-method",
  "rest-route-not-found",
  "rest-route-not-found-with-auth-header",
  "rest-stage-missing-or-unknown",
  "sigv4-access-key-unknown",
  "sigv4-clock-skew",
  "sigv4-session-token-missing-or-invalid",
  "sigv4-signature-mismatch",
  "waf-blocked-apigw",
]);
