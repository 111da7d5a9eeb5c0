import { expect, it } from "vitest";
import type { StepId } from "../../rules/steps.ts";
import type { Evidence } from "./diagnosis.ts";
import type { Candidate, Ranking } from "./rank.ts";
import type { Rule } from "./rule.ts";
import { stepProof } from "./step-proof.ts";

function candidate(id: string, refusedAt: StepId, prior: number): Candidate {
  return { rule: { id, refusedAt, prior } as Partial<Rule> as Rule, probability: 0, proved: false };
}

function rankingOf(evidence: Readonly<Record<string, readonly (readonly [says: string, weight: number | null])[]>>) {
  const candidates = [candidate("common", "stage", 1), candidate("rare", "stage", 0.1), candidate("other", "route", 5)];
  const evidenceOf = ({ rule }: Candidate) =>
    (evidence[rule.id] ?? []).map(
      ([says, weight]): Evidence => ({ id: says, clue: says, answer: "yes", cause: rule.id, weight, says, quotes: [] }),
    );
  return { candidates, evidenceOf } as Partial<Ranking> as Ranking;
}

it("is what rules out the common causes of a step rather than a rare one", () => {
  const ranking = rankingOf({
    common: [["the stage works", -7]],
    rare: [["it is no preflight", null]],
    other: [["the route works", null]],
  });
  expect(stepProof("stage", ranking)).toBe("the stage works");
});

it("is none where a rare cause alone is ruled out", () => {
  expect(stepProof("stage", rankingOf({ rare: [["it is no preflight", null]] }))).toBeNull();
});

it("is none where nothing speaks against a refusal there", () => {
  const ranking = rankingOf({ common: [["it is usual", 3]], rare: [["it is slight", -0.2]] });
  expect(stepProof("stage", ranking)).toBeNull();
  expect(stepProof("waf", ranking)).toBeNull();
});
