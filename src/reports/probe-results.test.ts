import { describe, expect, it } from "vitest";
import { knowledge } from "../../rules/knowledge.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import type { ProbeResult } from "../diagnosis/diagnosis.ts";
import { resultSentence } from "../probes/result-sentence.ts";
import { markdownReport } from "./formats/markdown.ts";
import { shiftOf, withProbes } from "./probe-results.ts";
import { reportOf, summaryOf } from "./report.ts";

const made: ProbeResult = {
  check: "random-path",
  says: "Ask for a path that cannot exist.",
  command: "curl -si https://api.example.com/no-such-path-403",
  powershell: "curl -si https://api.example.com/no-such-path-403",
  status: 403,
  answer: "the same refusal",
  before: [
    { cause: "api-key-missing", probability: 0.6 },
    { cause: "waf-blocked-apigw", probability: 0.3 },
  ],
  after: [{ cause: "waf-blocked-apigw", probability: 0.9 }],
};

describe("checks in reports", () => {
  const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";
  const exchanges = [{ url, status: 403, responseBody: '{"message":"Forbidden"}' }];
  const { explanations, findings, session } = diagnose(recordingOf({ title: "", exchanges }), {
    knowledge,
    apiHosts: [],
  });
  const asked = explanations.map((each) => withProbes(each, [made]));
  const summary = summaryOf({ sources: [], explanations: asked, findings, failures: [] });

  it("stand in the document beside an unchanged diagnosis", () => {
    const [first] = explanations;
    expect(reportOf(summary, asked).diagnoses).toEqual([{ ...first?.full().diagnosis, checks: [made] }]);
    expect(first?.diagnosis).not.toHaveProperty("checks");
  });

  it("stand in the ticket with command, response and what became of the causes", () => {
    const exchangeAt = () => session.exchanges[0];
    const text = markdownReport({ summary, explanations: asked, exchangeAt }, "bash");
    expect(text).toContain("### What was asked\n\n- Ask for a path that cannot exist.\n");
    expect(text).toContain(made.command);
    expect(text).toContain("The response was 403: the same refusal.");
    expect(text).toContain("`waf-blocked-apigw` 30 % → 90 %, `api-key-missing` 60 % → below 2 %.");
    expect(markdownReport({ summary, explanations, exchangeAt }, "bash")).not.toContain("What was asked");
  });

  it("say what is not known", () => {
    expect(resultSentence({ status: 0, answer: null })).toBe("No response came.");
    expect(resultSentence({ status: 502, answer: null })).toBe("The response, 502, tells nothing.");
    expect(shiftOf({ before: [], after: made.after })).toBe("`waf-blocked-apigw` below 2 % → 90 %.");
  });
});
