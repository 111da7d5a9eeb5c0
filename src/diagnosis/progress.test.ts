import { describe, expect, it } from "vitest";
import { order, type StepId, stepsOf } from "../../rules/steps.ts";
import type { ApiKind } from "./diagnosis.ts";
import { type Proof, progressOf, progressSentence } from "./progress.ts";
import type { Candidate } from "./rank.ts";
import type { Rule } from "./rule.ts";

const stepsFor = (kind: ApiKind) => ({ own: stepsOf(kind), all: order.steps });

function progress(shares: Partial<Record<StepId, number>>, kind: ApiKind = "rest", proof?: Proof) {
  const candidates = Object.entries(shares).map(([refusedAt, probability]): Candidate => {
    const rule = { refusedAt } as Partial<Rule> as Rule;
    return { rule, probability, proved: false };
  });
  return progressOf(candidates, stepsFor(kind), proof);
}

function states(shares: Partial<Record<StepId, number>>, kind?: ApiKind): Record<string, string> {
  return Object.fromEntries(progress(shares, kind).map(({ step, state }) => [step, state]));
}

const says = (shares: Partial<Record<StepId, number>>) => progressSentence(progress(shares), order);

describe("one step refused", () => {
  const shares = { stage: 0.995, integration: 0.005 };

  it("passed those before and never reached those behind", () => {
    const drawn = states(shares);
    expect(drawn).toMatchObject({ tls: "passed", host: "passed", stage: "refused", waf: "not-reached" });
    expect(drawn).toMatchObject({ integration: "not-reached" });
    expect(says(shares)).toBe("Refused at step “Stage”. Nothing behind it has run.");
  });

  it("is the last: nothing is behind it", () => {
    expect(states({ integration: 1 })).toMatchObject({ throttle: "passed", integration: "refused" });
    expect(says({ integration: 1 })).toBe("Refused at step “Integration”.");
  });
});

describe("steps without a proved order", () => {
  it("draws the firewall neither as passed nor as not reached beside a refusing route", () => {
    expect(states({ route: 1 })).toMatchObject({ stage: "passed", waf: "unlikely", route: "refused" });
    expect(states({ waf: 1 })).toMatchObject({ waf: "refused", route: "unlikely", authorizer: "not-reached" });
    expect(states({ "api-key": 1 })).toMatchObject({ waf: "passed", route: "passed" });
  });
});

describe("several steps may have refused", () => {
  const shares = { stage: 0.5, waf: 0.01, authorizer: 0.3, "api-key": 0.19 };

  it("are drawn with their shares", () => {
    const possible = progress(shares).filter(({ state }) => state === "possible");
    expect(possible.map(({ step, says: sentence }) => [step, sentence.slice(sentence.indexOf("May"))])).toEqual([
      ["stage", "May have refused: 50 %."],
      ["authorizer", "May have refused: 30 %."],
      ["api-key", "May have refused: 19 %."],
    ]);
    expect(says(shares)).toBe(
      "Refused at one of: Stage, Authorizer, API key. Nothing behind the last of them has run.",
    );
  });

  it("claims neither passing nor refusing for a hopeless step between them", () => {
    const between = progress(shares).filter(({ step }) => step === "waf" || step === "route");
    expect(between.map(({ state }) => state)).toEqual(["unlikely", "unlikely"]);
    expect(between[0]?.says).toContain("whether it ran depends on what did");
  });
});

it("counts a cause that does not tell its step for each that it may be", () => {
  const rule = { refusedAt: "authorizer", orAt: ["stage"] } as Partial<Rule> as Rule;
  const drawn = progressOf([{ rule, probability: 1, proved: false }], stepsFor("websocket"));
  expect(drawn.filter(({ state }) => state === "possible").map(({ step, probability }) => [step, probability])).toEqual(
    [
      ["stage", 0.5],
      ["authorizer", 0.5],
    ],
  );
});

describe("something else may have refused", () => {
  it("so that no single step is said to have", () => {
    const shares = { route: 0.7, elsewhere: 0.3 };
    expect(states(shares)).toMatchObject({ route: "possible" });
    expect(says(shares)).toBe("Refused at step “Route”, or by something else.");
  });

  it("so that no step before it is said to be passed", () => {
    expect(states({ route: 0.7, elsewhere: 0.3 })).toMatchObject({ tls: "unlikely", stage: "unlikely" });
    expect(states({ route: 0.95, elsewhere: 0.05 })).toMatchObject({ tls: "passed", stage: "passed" });
  });

  it("even if it is a cause that no rule knows", () => {
    expect(states({ stage: 0.01, route: 0.8 })).toMatchObject({ tls: "unlikely", route: "possible" });
  });

  it("and where it probably did, no steps are drawn", () => {
    expect(progress({ elsewhere: 0.6, stage: 0.4 })).toEqual([]);
    expect(says({ elsewhere: 1 })).toMatch(/did not come from API Gateway/);
  });

  it("and where every cause is ruled out, no steps are drawn", () => {
    expect(progress({ stage: 0, waf: 0 })).toEqual([]);
  });
});

it("draws what stands in front only where it may have refused", () => {
  expect(states({ stage: 1 })).not.toHaveProperty("in-front");
  expect(states({ "in-front": 1 })).toMatchObject({ "in-front": "refused", tls: "not-reached" });
});

describe("the order is that of the API's kind", () => {
  it("of an HTTP API without what it has not", () => {
    const drawn = Object.keys(states({ authorizer: 1 }, "http"));
    expect(drawn).toEqual(["tls", "host", "stage", "route", "authorizer", "throttle", "integration"]);
  });

  it("of a WebSocket API with the route of a message behind the handshake", () => {
    expect(states({ authorizer: 1 }, "websocket")).toMatchObject({ stage: "passed", route: "not-reached" });
    expect(states({ route: 1 }, "websocket")).toMatchObject({ authorizer: "passed", route: "refused" });
  });

  it("with all steps where one may have refused that the kind has not", () => {
    expect(states({ waf: 0.5, authorizer: 0.5 }, "http")).toMatchObject({ waf: "possible", "api-key": "not-reached" });
  });
});

describe("what shows that a step did not refuse", () => {
  const proof: Proof = (step) => (step === "stage" ? "`GET /prod/orders` returned 200" : null);
  const sentence = (step: StepId) => progress({ route: 1 }, "rest", proof).find((each) => each.step === step)?.says;

  it("is said of a passed step, where it is known", () => {
    expect(sentence("stage")).toContain("Passed. Against a refusal here: `GET /prod/orders` returned 200.");
    expect(sentence("host")).toMatch(/Passed\.$/);
  });

  it("is not said of the step that refused", () => {
    expect(sentence("route")).toMatch(/Refused here\.$/);
  });
});

it("says passed without a doubt only where a refusal is ruled out", () => {
  const doubted = progress({ stage: 0.01, route: 0.99 }).find(({ step }) => step === "stage");
  expect(doubted?.says).toContain("Almost certainly passed.");
});
