import { describe, expect, it } from "vitest";
import { exampleClue } from "../../testing/examples/clue.ts";
import type { Case } from "./case.ts";
import { cannotTell, fact, no, yes } from "./clue.ts";
import { confidenceOf, type Ranking, rank } from "./rank.ts";
import type { Rule, Weighed } from "./rule.ts";
import { weigh } from "./rule.ts";

/** The clues below do not look at the case. */
const anyCase = {} as Case;

function rule(id: string, clues: readonly Weighed[], prior = 1): Rule {
  return {
    id,
    title: id,
    refusedBy: "api-gateway",
    who: "API Gateway",
    refusedAt: "stage",
    prior,
    clues,
    means: "",
    confirm: () => ({ says: "", command: null }),
    fix: () => [],
    links: [],
    expectedResults: {},
  };
}

const holds = exampleClue("holds", () => yes("it is there"));
const fails = exampleClue("fails", () => no("it is not there"));
const hidden = exampleClue("hidden", () => cannotTell("the body", "CORS hid it"));
const broken = exampleClue("broken", () => {
  throw new Error("no such header");
});

function probabilities({ candidates }: Ranking): Record<string, number> {
  return Object.fromEntries(candidates.map((each) => [each.rule.id, each.probability]));
}

describe("rank", () => {
  it("adds log-odds to the priors", () => {
    const ranking = rank(anyCase, [
      rule("a", [weigh(holds, { yes: Math.log(3) }), weigh(fails, { no: Math.log(2) })]),
      rule("b", [], 2),
    ]);
    expect(probabilities(ranking)).toEqual({ a: expect.closeTo(0.75), b: expect.closeTo(0.25) });
    expect(ranking.candidates[0]?.rule.id).toBe("a");
  });

  it("leaves the odds alone where a clue cannot tell, whatever it weighs", () => {
    const weights = [
      { yes: 5, no: -5 },
      { yes: "never", no: "never" },
      { yes: "proof", no: "proof" },
    ] as const;
    for (const each of weights) {
      const ranking = rank(anyCase, [rule("a", [weigh(hidden, each)]), rule("b", [])]);
      expect(probabilities(ranking)).toEqual({ a: 0.5, b: 0.5 });
      expect(ranking.candidates.some(({ proved }) => proved)).toBe(false);
    }
  });

  it("leaves a part of what comparisons speak against unexplained, and nothing of what other clues do", () => {
    const compared = { ...holds, compares: true } as const;
    const leftOver = (weighed: Weighed) => rank(anyCase, [rule("a", []), rule("b", [weighed], 4)]);
    const unlikely = leftOver(weigh(compared, { yes: -9 })).candidates[0];
    expect(unlikely?.rule.id).toBe("a");
    expect(unlikely && confidenceOf(unlikely)).toBe("ambiguous");
    expect(probabilities(leftOver(weigh(holds, { yes: -9 })))["a"]).toBeGreaterThan(0.99);
    expect(probabilities(leftOver(weigh(compared, { yes: 9 })))["b"]).toBeGreaterThan(0.99);
  });

  it("lists as unknown what causes in the running ask for, not what the improbable would", () => {
    const asksMuch = rule("b", [weigh(hidden, { yes: 1 }), weigh(holds, { yes: -9 })]);
    expect(rank(anyCase, [rule("a", []), asksMuch]).unseen).toEqual([]);
    expect(rank(anyCase, [rule("a", [weigh(hidden, { yes: 1 })]), asksMuch]).unseen).toHaveLength(1);
  });

  it("rules out by never, which no other clue brings back", () => {
    const ranking = rank(anyCase, [
      rule("a", [weigh(holds, { yes: "never" }), weigh(holds, { yes: "proof" })], 100),
      rule("b", [weigh(holds, { yes: -8 })]),
    ]);
    expect(probabilities(ranking)).toEqual({ a: 0, b: 1 });
  });

  it("proves nothing beside a doubt, which counts by its log-odds", () => {
    const ranking = rank(anyCase, [
      rule("a", [weigh(holds, { yes: "proof" }), weigh(holds, { yes: { doubt: -9 } })]),
      rule("b", []),
    ]);
    expect(probabilities(ranking)).toEqual({ a: 0.5, b: 0.5 });
    expect(ranking.candidates.some(({ proved }) => proved)).toBe(false);
  });

  it("lets a doubt that does not hold leave the proof alone", () => {
    const [first] = rank(anyCase, [
      rule("a", [weigh(holds, { yes: "proof" }), weigh(fails, { yes: { doubt: -9 } })]),
    ]).candidates;
    expect(first?.proved).toBe(true);
  });

  it("gives probabilities, not NaN, where everything is ruled out", () => {
    const ranking = rank(anyCase, [rule("a", [weigh(holds, { yes: "never" })])]);
    expect(probabilities(ranking)).toEqual({ a: 0 });
  });

  it("reports a rule that throws, and the others answer", () => {
    const ranking = rank(anyCase, [rule("a", [weigh(broken, { yes: 1 })]), rule("b", [weigh(holds, { yes: 1 })])]);
    expect(ranking.failures).toEqual([{ rule: "a", reason: "no such header" }]);
    expect(probabilities(ranking)).toEqual({ b: 1 });
  });

  it("asks a clue that many rules list once", () => {
    let asked = 0;
    const counting = exampleClue("counting", () => {
      asked++;
      return yes("asked");
    });
    const ranking = rank(
      anyCase,
      ["a", "b", "c"].map((id) => rule(id, [weigh(counting, { yes: 1 })])),
    );
    for (const candidate of ranking.candidates) ranking.evidenceOf(candidate);
    expect(asked).toBe(1);
  });

  it("lists once what the causes in the running could not see, and nothing of those ruled out", () => {
    const other = exampleClue("other", () => cannotTell("the address", "it is not in the capture"));
    const ranking = rank(anyCase, [
      rule("a", [weigh(hidden, { yes: 1 })]),
      rule("b", [weigh(hidden, { yes: 1 })]),
      rule("c", [weigh(other, { yes: 1 }), weigh(holds, { yes: "never" })]),
    ]);
    expect(ranking.unseen).toEqual([{ what: "the body", why: "CORS hid it" }]);
  });
});

describe("evidence", () => {
  function evidence(...clues: Weighed[]) {
    const ranking = rank(anyCase, [rule("a", clues)]);
    return ranking.candidates.flatMap((each) => ranking.evidenceOf(each));
  }

  const likewise = exampleClue("likewise", () => fact("holds", yes("it is there")));

  it("holds each observation once, with the weights of all clues that rest on it", () => {
    expect(evidence(weigh(holds, { yes: 0.3 }), weigh(fails, { no: -1 }), weigh(likewise, { yes: 2 }))).toEqual([
      { id: "holds", clue: "likewise", answer: "yes", cause: "a", weight: 2.3, says: "it is there", quotes: [] },
      { id: "not-fails", clue: "fails", answer: "no", cause: "a", weight: -1, says: "it is not there", quotes: [] },
    ]);
  });

  it("is without what cancels out or weighs nothing", () => {
    expect(evidence(weigh(holds, { yes: 0.3 }), weigh(likewise, { yes: -0.3 }), weigh(fails, { yes: 1 }))).toEqual([]);
  });

  it("keeps apart what only reads alike", () => {
    const other = exampleClue("other", () => yes("it is there"));
    expect(evidence(weigh(holds, { yes: 1 }), weigh(other, { yes: 1 })).map(({ id }) => id)).toEqual([
      "holds",
      "other",
    ]);
  });

  it("says by null that a clue rules the cause out", () => {
    expect(evidence(weigh(holds, { yes: "never" }))).toMatchObject([{ clue: "holds", weight: null }]);
  });
});

describe("confidence", () => {
  function confidence(...rules: Rule[]) {
    const [first] = rank(anyCase, rules).candidates;
    return first && confidenceOf(first);
  }

  it("is certain by a proof that outweighs all others", () => {
    expect(confidence(rule("a", [weigh(holds, { yes: "proof" })]), rule("b", []))).toBe("certain");
  });

  it("is never certain without a proof, however improbable the rest", () => {
    expect(confidence(rule("a", [weigh(holds, { yes: 30 })]), rule("b", []))).toBe("likely");
    expect(confidence(rule("a", []))).toBe("likely");
  });

  it("is not certain where another cause has a proof as well", () => {
    const proof = [weigh(holds, { yes: "proof" })];
    expect(confidence(rule("a", proof), rule("b", proof))).toBe("ambiguous");
  });

  it("is ambiguous below six in ten", () => {
    expect(confidence(rule("a", [], 1.49), rule("b", []))).toBe("ambiguous");
    expect(confidence(rule("a", [], 1.51), rule("b", []))).toBe("likely");
  });
});
