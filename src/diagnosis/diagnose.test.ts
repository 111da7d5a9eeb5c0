import { describe, expect, it } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { knowledge } from "../../rules/knowledge.ts";
import { exampleClue } from "../../testing/examples/clue.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { no, yes } from "./clue.ts";
import { diagnose } from "./diagnose.ts";
import type { DiagnosedSession } from "./diagnosed-session.ts";
import { type Clue, type Rule, type Weighed, weigh } from "./rule.ts";

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";
const forbidden: ExampleExchange = { url, status: 403, responseBody: '{"message":"Forbidden"}' };

function rule(id: string, clues: readonly Weighed[]): Rule {
  return {
    id,
    title: `Title of ${id}`,
    refusedBy: "api-gateway",
    who: "API Gateway",
    refusedAt: "stage",
    prior: 1,
    clues,
    means: "",
    confirm: () => ({ says: "", command: null }),
    fix: () => [],
    links: [],
    expectedResults: {},
  };
}

function examined(rules: readonly Rule[], ...exchanges: ExampleExchange[]): DiagnosedSession {
  return diagnose(recordingOf({ title: "", exchanges }), { knowledge: { ...knowledge, rules }, apiHosts: [] });
}

const shared = exampleClue("shared", () => yes("both would return this"));
const particular = exampleClue("particular", () => no("nothing of its own is there"));

describe("a rival", () => {
  function rivalSays(first: readonly Weighed[], second: readonly Weighed[], prior = 1): string | undefined {
    const rules = [rule("first", first), { ...rule("second", second), prior }];
    const [explanation] = examined(rules, forbidden).explanations;
    expect(explanation?.diagnosis.cause).toBe("first");
    return explanation?.rivals[0]?.says;
  }

  it("is told apart by what does not count for the first cause too, though that is stronger", () => {
    expect(rivalSays([weigh(shared, { yes: 3 })], [weigh(shared, { yes: 3 }), weigh(particular, { no: -1 })])).toBe(
      "against it: nothing of its own is there",
    );
  });

  it("is told apart by what counts the other way", () => {
    expect(rivalSays([weigh(shared, { yes: 1 })], [weigh(shared, { yes: -1 })])).toBe(
      "against it: both would return this",
    );
  });

  it("is told apart by what counts for the first cause alone", () => {
    expect(rivalSays([weigh(particular, { no: 2 })], [weigh(shared, { yes: 1 })])).toBe(
      "explains less well: nothing of its own is there",
    );
  });

  it("may have what speaks for it alone", () => {
    expect(rivalSays([weigh(shared, { yes: 3 })], [weigh(particular, { no: 2 }), weigh(shared, { yes: 3 })], 0.1)).toBe(
      "for it: nothing of its own is there",
    );
  });

  it("is told apart by what counts much more", () => {
    expect(rivalSays([weigh(shared, { yes: -1 })], [weigh(shared, { yes: -3 })])).toBe(
      "against it: both would return this",
    );
  });

  it("says so where only its rarity tells it apart", () => {
    expect(rivalSays([], [], 0.5)).toBe("would give the same response, and is rarer");
  });

  it("would give the same response where nothing tells it apart", () => {
    expect(rivalSays([weigh(shared, { yes: 3 })], [weigh(shared, { yes: 2.8 })])).toBe("would give the same response");
  });
});

describe("what stays unexplained", () => {
  const passed: Clue = { ...exampleClue("passed", () => yes("another request passed")), compares: true };
  const unexplainedAfter = (weighed: Weighed) => {
    const rules = [rule("first", []), { ...rule("second", [weighed]), prior: 4 }];
    return examined(rules, forbidden).explanations[0]?.unexplained;
  };

  it("is named with its share where other requests speak against causes", () => {
    expect(unexplainedAfter(weigh(passed, { yes: -9 }))?.probability).toBeCloseTo(0.545, 2);
  });

  it("is not named where the causes take all odds", () => {
    expect(unexplainedAfter(weigh(shared, { yes: -9 }))).toBeNull();
  });
});

it("lists a rule that throws with the request over which it threw; the others answer", () => {
  const broken = exampleClue("broken", () => {
    throw new TypeError("no such header");
  });
  const rules = [rule("broken", [weigh(broken, { yes: 1 })]), rule("sound", [])];
  const { explanations, failures } = examined(rules, { url, status: 200 }, forbidden);
  expect(failures).toEqual([{ rule: "broken", file: "live", entry: 1, reason: "no such header" }]);
  expect(explanations.map(({ diagnosis }) => diagnosis.cause)).toEqual(["sound"]);
});

it("says where the evidence comes from: that of the first cause, then that of each alternative", () => {
  const rules = [
    rule("first", [weigh(shared, { yes: 1 }), weigh(particular, { no: 2 })]),
    rule("second", [weigh(shared, { yes: 1 })]),
  ];
  const [explanation] = examined(rules, forbidden).explanations;
  expect(explanation?.diagnosis.evidence.map(({ cause, clue: id, weight }) => [cause, id, weight])).toEqual([
    ["first", "particular", 2],
    ["first", "shared", 1],
    ["second", "shared", 1],
  ]);
  expect(explanation?.why.map(({ clue: id }) => id)).toEqual(["particular", "shared"]);
});

it("shows no secret of the URL", () => {
  const [explanation] = examined([rule("first", [])], { ...forbidden, url: `${url}?api_key=s3cret` }).explanations;
  expect(explanation?.diagnosis.url).toMatch(/^https:.*api_key=\[redacted/);
});
