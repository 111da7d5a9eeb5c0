import { expect, test } from "vitest";
import type { Diagnosis } from "../src/diagnosis/diagnosis.ts";
import { diagnosisOf, type Expectation, falseAccusations, judge, score } from "./evaluation.ts";

const expected: Expectation = {
  file: "a.har",
  entryIndex: 0,
  cause: "api-key-missing",
  accept: ["waf-blocked-apigw"],
  apiGateway: true,
  ambiguous: false,
  strength: "confirmed",
};

function said(cause: string, more: Partial<Diagnosis> = {}): Diagnosis {
  return {
    file: "a.har",
    entry: 0,
    method: "GET",
    url: "https://x.example.com/",
    status: 403,
    apiGateway: true,
    api: { kind: "rest", id: null, region: null, stage: null, host: "x.example.com", hostKind: "custom domain" },
    cause,
    confidence: "likely",
    probability: 0.7,
    alternatives: [],
    refusedAt: "waf",
    blocks: [],
    evidence: [],
    unknown: [],
    nextCheck: null,
    fix: [],
    links: [],
    ...more,
  };
}

const ruleIds = new Set(["api-key-missing", "waf-blocked-apigw"]);

test("an accepted cause is right in the first place; only the expected one counts among the first three", () => {
  const verdict = judge(expected, said("waf-blocked-apigw"), ruleIds);
  expect(verdict).toMatchObject({ right: true, exact: false, inTopThree: false });
  const alternatives = ["a", "api-key-missing"].map((cause) => ({ cause, probability: 0.1 }));
  expect(judge(expected, said("other", { alternatives }), ruleIds)).toMatchObject({ right: false, inTopThree: true });
});

test("no diagnosis is a wrong answer; one to a cause without a rule is counted as such", () => {
  const unruled = { ...expected, cause: "no-rule-yet" };
  const verdicts = [judge(expected, null, ruleIds), judge(unruled, said("other"), ruleIds)];
  expect(score(verdicts)).toMatchObject({ requests: 2, right: 0, withoutRule: 1 });
});

test("certain and wrong is counted", () => {
  const verdicts = [
    judge(expected, said("api-key-missing", { confidence: "certain", probability: 1 }), ruleIds),
    judge(expected, said("other", { confidence: "certain", probability: 0.98 }), ruleIds),
    judge(expected, said("other"), ruleIds),
  ];
  expect(score(verdicts)).toMatchObject({ certain: 2, certainButWrong: 1 });
});

test("a request behind a refused preflight is diagnosed by its preflight", () => {
  const preflight = said("api-key-missing", { entry: 3, blocks: [4] });
  expect(diagnosisOf([preflight], 4)).toBe(preflight);
  expect(diagnosisOf([preflight], 5)).toBeNull();
});

test("a refusal of others that is called API Gateway's is found, in one entry or anywhere in the file", () => {
  const accusations = [said("a", { entry: 1 }), said("b", { entry: 2, apiGateway: false })];
  const none = { ...expected, apiGateway: false, cause: "none" };
  expect(falseAccusations({ ...none, entryIndex: null }, accusations)).toHaveLength(1);
  expect(falseAccusations({ ...none, entryIndex: 2 }, accusations)).toHaveLength(0);
  expect(falseAccusations(expected, accusations)).toHaveLength(0);
});
