import { describe, expect, it, test } from "vitest";
import type { Answer } from "./classifier.ts";
import { confusionsIn } from "./confusions.ts";
import { goalsOf } from "./goals.ts";
import type { Label, LabelledRecording } from "./label.ts";
import { measure } from "./measure.ts";
import { negativesOf } from "./negatives.ts";
import { rankingLoss, score } from "./score.ts";
import { diagnosisFor, judge, type Verdict } from "./verdict.ts";

const label: Label = {
  place: "a.har #0",
  entry: 0,
  cause: "api-key-missing",
  accept: ["waf-blocked-apigw"],
  isNot: null,
  apiGateway: true,
  ambiguous: false,
  strength: "confirmed",
  real: true,
};

function said(ranking: readonly (readonly [cause: string, probability: number])[], more: Partial<Answer> = {}): Answer {
  const causes = ranking.map(([cause, probability]) => ({ cause, probability }));
  return { entry: 0, ranking: causes, confidence: "likely", apiGateway: true, blocks: [], ...more };
}

function recordingWith(...labels: readonly Label[]): LabelledRecording {
  return { name: "a.har", recorded: [], labels };
}

function verdict(answer: Answer | null, about: Label = label): Verdict {
  const [only] = judge(recordingWith(about), answer === null ? [] : [answer]);
  if (only === undefined) throw new Error("there is nothing to judge");
  return only;
}

describe("a verdict", () => {
  it("is right for an accepted cause in the first place, but counts only the label's own among the first three", () => {
    expect(verdict(said([["waf-blocked-apigw", 0.7]]))).toMatchObject({ right: true, exact: false, inTopThree: false });
  });

  it("finds the label's cause in the third place and not in the fourth", () => {
    const [a, b, own] = [["a", 0.5] as const, ["b", 0.3] as const, ["api-key-missing", 0.1] as const];
    expect(verdict(said([a, b, own]))).toMatchObject({ right: false, inTopThree: true });
    expect(verdict(said([a, b, ["c", 0.1], own]))).toMatchObject({ right: false, inTopThree: false });
  });

  it("is wrong where nothing was said", () => {
    expect(verdict(null)).toMatchObject({ right: false, exact: false, inTopThree: false });
  });

  it("on a look-alike is wrong only for the excluded cause", () => {
    const lookAlike = { ...label, cause: null, accept: [], isNot: "api-key-missing" };
    expect(verdict(said([["api-key-missing", 1]]), lookAlike).right).toBe(false);
    expect(verdict(said([["waf-blocked-apigw", 1]]), lookAlike).right).toBe(true);
  });
});

test("a request behind a refused preflight is explained by its preflight", () => {
  const preflight = said([["api-key-missing", 1]], { entry: 3, blocks: [4] });
  expect(diagnosisFor(4, [preflight])).toBe(preflight);
  expect(diagnosisFor(5, [preflight])).toBeNull();
});

describe("the score", () => {
  const right = verdict(said([["api-key-missing", 0.9]], { confidence: "certain" }));
  const wrong = verdict(said([["other", 0.6]], { confidence: "certain" }));
  const unsure = verdict(said([["other", 0.4]], { confidence: "ambiguous" }));

  it("counts diagnoses, certainties and wrong certainties", () => {
    expect(score([right, wrong, unsure, verdict(null)])).toMatchObject({
      requests: 4,
      answered: 3,
      right: 1,
      certain: 2,
      certainButWrong: 1,
      certainOrLikely: 2,
    });
  });

  it("takes Brier's mean of the first cause over those that were given", () => {
    expect(score([right, wrong, verdict(null)]).brierFirst).toBeCloseTo((0.1 ** 2 + 0.6 ** 2) / 2, 10);
    expect(score([]).brierFirst).toBeNull();
  });

  it("sorts diagnoses into bins of a tenth, the last of which holds 1", () => {
    const sure = verdict(said([["api-key-missing", 1]]));
    const bins = score([right, sure, wrong]).reliability;
    expect(bins).toEqual([
      { from: 0.6, to: 0.7, count: 1, meanSaid: 0.6, shareRight: 0 },
      { from: 0.9, to: 1, count: 2, meanSaid: 0.95, shareRight: 1 },
    ]);
  });
});

describe("the loss of a ranking", () => {
  it("is 0 for certainty in what is right, 2 for certainty in what is wrong, 1 for silence", () => {
    expect(rankingLoss(verdict(said([["api-key-missing", 1]])))).toBe(0);
    expect(rankingLoss(verdict(said([["other", 1]])))).toBe(2);
    expect(rankingLoss(verdict(null))).toBe(1);
  });

  it("takes accepted causes as one with the label's own and squares each other", () => {
    const spread = said([
      ["waf-blocked-apigw", 0.5],
      ["api-key-missing", 0.3],
      ["a", 0.1],
      ["b", 0.1],
    ]);
    expect(rankingLoss(verdict(spread))).toBeCloseTo(0.2 ** 2 + 0.1 ** 2 + 0.1 ** 2, 10);
  });
});

describe("negatives", () => {
  const negative = { ...label, apiGateway: false, accept: [] };
  const judged = (about: Label, ...answers: readonly Answer[]) => {
    const recording = recordingWith(about);
    return negativesOf([{ recording, answers, verdicts: judge(recording, answers) }]);
  };

  it("are accused by a response about them that calls API Gateway the refuser", () => {
    const other = said([["s3-access-denied", 1]], { entry: 1 });
    expect(judged(negative, said([["a", 1]]), other).accused).toEqual(["a.har #0: a"]);
    expect(judged(negative, said([["a", 1]], { apiGateway: false }), other).accused).toEqual([]);
  });

  it("are accused by any diagnosis where the whole recording has none", () => {
    const anywhere = judged({ ...negative, cause: "none", entry: null }, said([["a", 1]], { entry: 7 }));
    expect(anywhere).toMatchObject({ requests: 1, accused: ["a.har #0: a"], nameable: 0 });
  });

  it("are named only where the label knows a name", () => {
    const elsewhere = { ...negative, cause: "s3-access-denied" };
    expect(judged(elsewhere, said([["s3-access-denied", 1]]))).toMatchObject({ nameable: 1, named: 1 });
    expect(judged(elsewhere, said([["alb-403", 1]]))).toMatchObject({ nameable: 1, named: 0 });
    expect(judged({ ...negative, cause: "none" }, said([["alb-403", 1]]))).toMatchObject({ nameable: 0, named: 0 });
  });

  it("do not count where the label may be wrong, nor what API Gateway refused", () => {
    expect(judged({ ...negative, strength: "likely" }, said([["a", 1]])).requests).toBe(0);
    expect(judged(label, said([["a", 1]]))).toMatchObject({ requests: 0, accused: [] });
  });
});

test("confusions are counted by pair, wrong ones first, then the most frequent", () => {
  const accepted = verdict(said([["waf-blocked-apigw", 1]]));
  const wrong = verdict(said([["other", 1]]));
  const pairs = confusionsIn([accepted, accepted, wrong, verdict(said([["api-key-missing", 1]])), verdict(null)]);
  expect(pairs.map(({ said: what, count, accepted: of }) => [what, count, of])).toEqual([
    ["nothing", 1, 0],
    ["other", 1, 0],
    ["waf-blocked-apigw", 2, 2],
  ]);
});

describe("the goals", () => {
  const corpus = (...labels: readonly Label[]) => ({
    id: "some",
    title: "Some",
    recordings: [recordingWith(...labels)],
    problems: [],
  });
  const met = (labels: readonly Label[], ...answers: readonly Answer[]) =>
    Object.fromEntries(
      goalsOf(measure(corpus(...labels), () => ({ answers, problems: [] }))).map((goal) => [goal.title, goal.met]),
    );

  it("are missed by one certainty that is wrong", () => {
    expect(met([label], said([["other", 1]], { confidence: "certain" }))).toMatchObject({
      "first place, all": false,
      "certain and wrong": false,
    });
  });

  it("are not touched by labels that may themselves be wrong", () => {
    const doubtful = { ...label, entry: 1, strength: "weak" } as const;
    const answers = [said([["api-key-missing", 1]]), said([["other", 1]], { entry: 1, confidence: "certain" })];
    expect(met([label, doubtful], ...answers)).toMatchObject({ "first place, all": true, "certain and wrong": true });
  });

  it("are not measured where there is nothing to measure them by", () => {
    expect(met([{ ...label, ambiguous: null }], said([["api-key-missing", 1]]))).toMatchObject({
      "first place, all": true,
      "first three, unambiguous": null,
      "negatives named": null,
    });
  });
});
