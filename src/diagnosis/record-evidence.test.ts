import { describe, expect, it } from "vitest";
import { knowledge } from "../../rules/knowledge.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import type { RecordKind, SourceRecord } from "../capture/record.ts";
import { openSession } from "../session/open-session.ts";
import { cannotTell, clue, no, yes } from "./clue.ts";
import { explain } from "./diagnose.ts";
import { findingsOf } from "./findings.ts";
import { phrase, quotedFrom } from "./quote.ts";
import { type Rule, weigh } from "./rule.ts";

/** A kind of record that nothing else knows, and a clue that asks for it. */
interface LogLine {
  readonly requestId: string;
  readonly text: string;
}

const logLine: RecordKind<LogLine> = { id: "log line" };

const logNamesPolicy = clue({
  id: "log-names-policy",
  holds: "the log says that a policy denied the request",
  fails: "the log says nothing about a policy",
  ask({ session, exchange }) {
    const lines = session.records(logLine);
    if (lines.length === 0) return cannotTell("the log", "no log was opened");
    const requestId = exchange.response.headers.get("x-amzn-requestid");
    const found = lines.find(({ value }) => value.requestId === requestId && /policy/.test(value.text));
    if (found === undefined) return no("the log says nothing about a policy");
    return yes(phrase`the log says ${quotedFrom("record", found.value.text)}`, found);
  },
});

function rule(id: string, clues: Rule["clues"]): Rule {
  return {
    ...{ id, title: id, refusedBy: "api-gateway", who: "API Gateway", refusedAt: "stage", prior: 1, clues },
    ...{ means: "", confirm: () => ({ says: "", command: null }), fix: () => [], links: [], expectedResults: {} },
  };
}

const rules = [rule("policy", [weigh(logNamesPolicy, { yes: "proof", no: -2 })]), rule("other", [])];

const exchanges = [
  {
    url: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders",
    status: 403,
    responseHeaders: { "x-amzn-requestid": "1b1f2b1e-5a8c-4c2b-9f6e-0d6f2c3b4a51" },
  },
];

function explained(...lines: readonly LogLine[]) {
  const records = lines.map((value, position): SourceRecord<LogLine> => {
    return { kind: logLine, file: "api.log", position, value };
  });
  const session = openSession(recordingOf({ title: "", exchanges }), [], null, records);
  const [subject] = session.refusedRequests;
  if (subject === undefined) throw new Error("nothing was refused");
  return explain(subject, session, { ...knowledge, rules });
}

const requestId = "1b1f2b1e-5a8c-4c2b-9f6e-0d6f2c3b4a51";
const unrelated = { requestId: "another", text: "policy allowed it" };

describe("records of a kind that only a clue knows", () => {
  it("prove a cause, and the evidence names file, kind and position", () => {
    const found = explained(unrelated, { requestId, text: "denied by policy: Bearer s3cret-value-of-the-caller" });
    const full = found.explanation?.full();
    expect(full?.diagnosis).toMatchObject({ cause: "policy", confidence: "certain" });
    const [evidence] = full?.diagnosis.evidence ?? [];
    expect(evidence?.at).toEqual({ file: "api.log", kind: "log line", position: 1 });
    expect(evidence?.quotes).toEqual([
      { part: "record", name: null, text: expect.stringContaining("denied by policy") },
    ]);
    expect(JSON.stringify(full)).not.toContain("s3cret-value");
    expect(findingsOf([found])[0]?.evidence).toEqual([evidence]);
  });

  it("speak against a cause where they say nothing about it", () => {
    const found = explained(unrelated).explanation;
    expect(found?.diagnosis.cause).toBe("other");
    expect(found?.rivals[0]?.says).toBe("against it: the log says nothing about a policy");
  });

  it("are named as not seen where there are none", () => {
    expect(explained().explanation?.diagnosis.unknown).toEqual([{ what: "the log", why: "no log was opened" }]);
  });
});
