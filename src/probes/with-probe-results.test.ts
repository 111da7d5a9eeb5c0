import { expect, it } from "vitest";
import type { Evidence, ProbeResult } from "../diagnosis/diagnosis.ts";
import type { Candidate, Ranking } from "../diagnosis/rank.ts";
import type { Rule } from "../diagnosis/rule.ts";
import { withProbeResults } from "./with-probe-results.ts";

function candidate(id: string, probability: number): Candidate {
  return { rule: { id } as Partial<Rule> as Rule, probability, proved: false };
}

const before: Evidence = {
  id: "known",
  clue: "known",
  answer: "yes",
  cause: "stage",
  weight: 1,
  says: "Known before.",
  quotes: [],
};

function rankingOf(...candidates: readonly Candidate[]): Ranking {
  return { candidates, evidenceOf: () => [before] } as Partial<Ranking> as Ranking;
}

function made(check: string): ProbeResult {
  return { check, says: "Ask for it.", command: null, status: 403, answer: "`No`", before: [], after: [] };
}

const probabilities = ({ candidates }: Ranking) =>
  candidates.map(({ rule, probability }) => [rule.id, Number(probability.toFixed(3))]);

it("makes each cause as much more probable as all responses made it, and leaves what no cause explains", () => {
  const ranking = rankingOf(candidate("stage", 0.5), candidate("key", 0.25), candidate("waf", 0.05));
  const worth = [new Map([["key", Math.log(2)]]), new Map(Object.entries({ key: Math.log(5), stage: Math.log(0.1) }))];
  const told = withProbeResults({ made: [made("one"), made("other")], worth }, ranking);
  expect(probabilities(told)).toEqual([
    ["key", 0.769],
    ["stage", 0.015],
    ["waf", 0.015],
  ]);
});

it("weighs by what is known now, not by what was known when the check was made", () => {
  const worth = [new Map([["key", Math.log(4)]])];
  const later = rankingOf(candidate("stage", 0.9), candidate("key", 0.1), candidate("new", 0));
  expect(probabilities(withProbeResults({ made: [made("one")], worth }, later))).toEqual([
    ["stage", 0.692],
    ["key", 0.308],
    ["new", 0],
  ]);
});

it("gives a response as evidence to the causes that it moves, beside what was known before", () => {
  const [stage, key] = [candidate("stage", 0.5), candidate("key", 0.5)];
  const told = withProbeResults({ made: [made("one")], worth: [new Map([["stage", -1.5]])] }, rankingOf(stage, key));
  const says = "Ask for it. The response was 403: `No`.";
  const quotes = [
    { part: "probe", name: "status", text: "403" },
    { part: "probe", name: "result", text: "`No`" },
  ];
  expect(told.evidenceOf(stage)).toEqual([
    { id: "probe-one", clue: "asked-one", answer: "yes", cause: "stage", weight: -1.5, says, quotes },
    before,
  ]);
  expect(told.evidenceOf(key)).toEqual([before]);
});

it("is the ranking itself where nothing was asked", () => {
  const ranking = rankingOf(candidate("stage", 1));
  expect(withProbeResults({ made: [], worth: [] }, ranking)).toBe(ranking);
});
