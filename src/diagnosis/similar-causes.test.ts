import { describe, expect, it } from "vitest";
import { exampleClue } from "../../testing/examples/clue.ts";
import { no } from "./clue.ts";
import type { Rule, Weighed } from "./rule.ts";
import { weigh } from "./rule.ts";
import { similarCauses } from "./similar-causes.ts";

const named = (id: string) => exampleClue(id, () => no("not asked here"));
const [wording, key, stage, everywhere] = [named("wording"), named("key"), named("stage"), named("everywhere")];

function rule(id: string, ...clues: readonly Weighed[]): Rule {
  const shared = [weigh(everywhere, { no: "never" }), ...clues];
  const rest = {
    refusedBy: "api-gateway",
    who: "",
    refusedAt: "stage",
    prior: 1,
    means: "",
    expectedResults: {},
  } as const;
  return {
    ...rest,
    id,
    title: id,
    clues: shared,
    links: [],
    fix: () => [],
    confirm: () => ({ says: "", command: null }),
  };
}

const noKey = rule("no-key", weigh(wording, { no: "never" }), weigh(key, { yes: "never" }));
const noStage = rule("no-stage", weigh(wording, { no: "never" }), weigh(stage, { yes: -7 }), weigh(key, { yes: -1 }));
const badKey = rule("bad-key", weigh(wording, { no: "never" }), weigh(key, { no: "never" }));
const worded = rule("worded-otherwise", weigh(stage, { yes: 2 }));
const others = ["other", "another", "third"].map((id) => rule(id));
const all = [noKey, noStage, badKey, worded, ...others];
const causes = (of: Rule) => similarCauses(of, all).map(({ cause }) => cause);

describe("a cause is confused with", () => {
  it("those that respond in the same words, both ways", () => {
    expect(causes(noStage)).toEqual(["no-key", "bad-key"]);
    expect(causes(noKey)).toEqual(["no-stage"]);
  });

  it("none that what the cause cannot do without rules out", () => {
    expect(causes(badKey)).not.toContain("no-key");
  });

  it("none by what nearly all causes ask for", () => {
    expect(causes(worded)).toEqual([]);
  });

  it("others, from which what is weighed most differently tells it", () => {
    expect(similarCauses(noStage, all)[0]?.apart).toEqual(["key", "stage"]);
  });
});
