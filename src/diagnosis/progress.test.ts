import { describe, expect, it } from "vitest";
import type { Candidate } from "./engine.ts";
import { progressOf, progressSentence } from "./progress.ts";
import type { Rule } from "./rule.ts";
import type { StepId } from "./steps.ts";

function progress(shares: Partial<Record<StepId, number>>) {
  const candidates = Object.entries(shares).map(([refusedAt, probability]): Candidate => {
    const rule = { refusedAt } as Partial<Rule> as Rule;
    return { rule, probability, proved: false };
  });
  return progressOf(candidates);
}

function states(shares: Partial<Record<StepId, number>>): Record<string, string> {
  return Object.fromEntries(progress(shares).map(({ step, state }) => [step, state]));
}

const says = (shares: Partial<Record<StepId, number>>) => progressSentence(progress(shares));

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

describe("several steps may have refused", () => {
  const shares = { stage: 0.5, waf: 0.01, authorizer: 0.3, "api-key": 0.19 };

  it("are drawn with their shares", () => {
    const possible = progress(shares).filter(({ state }) => state === "possible");
    expect(possible.map(({ step, says: sentence }) => [step, sentence])).toEqual([
      ["stage", "Stage: may have refused (50 %)."],
      ["authorizer", "Authorizer: may have refused (30 %)."],
      ["api-key", "API key: may have refused (19 %)."],
    ]);
    expect(says(shares)).toBe(
      "Refused at one of: Stage, Authorizer, API key. Nothing behind the last of them has run.",
    );
  });

  it("claims neither passing nor refusing for a hopeless step between them", () => {
    const between = progress(shares).filter(({ step }) => step === "waf" || step === "route");
    expect(between.map(({ state }) => state)).toEqual(["not-reached", "not-reached"]);
    expect(between[0]?.says).toBe("WAF: did not refuse. It ran only if a step behind it refused.");
  });
});

describe("something else may have refused", () => {
  it("so that no single step is said to have", () => {
    const shares = { route: 0.7, elsewhere: 0.3 };
    expect(states(shares)).toMatchObject({ route: "possible" });
    expect(says(shares)).toBe("Refused at step “Route”, or by something else.");
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
