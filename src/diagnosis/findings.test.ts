import { describe, expect, it } from "vitest";
import type { ExampleExchange } from "../../rules/example.ts";
import { knowledge } from "../../rules/knowledge.ts";
import { exampleClue } from "../../testing/examples/clue.ts";
import { exampleStart, recordingOf } from "../../testing/examples/recording.ts";
import { no, yes } from "./clue.ts";
import { diagnose } from "./diagnose.ts";
import type { DiagnosedSession } from "./diagnosed-session.ts";
import type { Finding } from "./finding.ts";
import { url } from "./quote.ts";
import { type Rule, weigh } from "./rule.ts";

const host = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

function refused(path: string, rest: Partial<ExampleExchange> = {}): ExampleExchange {
  return { url: `${host}${path}`, status: 403, responseBody: '{"message":"Forbidden"}', ...rest };
}

const anything: Rule = {
  id: "some-cause",
  title: "Something is wrong",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "stage",
  prior: 1,
  clues: [],
  means: "",
  confirm: () => ({ says: "Ask the owner.", command: null }),
  fix: ({ exchange }) => [{ says: `Mend ${exchange.request.target.path}.`, command: null }],
  links: [],
  expectedResults: {},
};

const knowing = (...rules: readonly Rule[]) => ({ ...knowledge, rules });

function examined(rule: Partial<Rule>, ...exchanges: ExampleExchange[]): DiagnosedSession {
  return diagnose(recordingOf({ title: "", exchanges }), {
    knowledge: knowing({ ...anything, ...rule }),
    apiHosts: [],
  });
}

function found(rule: Partial<Rule>, ...exchanges: ExampleExchange[]): readonly Finding[] {
  return examined(rule, ...exchanges).findings;
}

function entries(findings: readonly Finding[]): number[][] {
  return findings.map(({ requests }) => requests.map(({ entry }) => entry));
}

describe("what has one root", () => {
  it("is the same cause in the same scope, in order of the first request", () => {
    const findings = found({}, refused("/api/a"), refused("/web/a"), refused("/api/b"));
    expect(entries(findings)).toEqual([[0, 2], [1]]);
    expect(findings[0]?.scope).toEqual({ host: new URL(host).hostname, stage: "api" });
  });

  it("reaches as far as the step looks where the rule says nothing else", () => {
    const exchanges = [refused("/api/orders/17"), refused("/api/orders/18"), refused("/api/carts")];
    expect(entries(found({ refusedAt: "route" }, ...exchanges))).toEqual([[0, 1], [2]]);
    expect(entries(found({ refusedAt: "host" }, ...exchanges))).toEqual([[0, 1, 2]]);
    expect(entries(found({ refusedAt: "route", shares: ["host"] }, ...exchanges))).toEqual([[0, 1, 2]]);
  });

  it("is told apart by callers and keys, of which it shows no secret", () => {
    const sending = (key: string) =>
      refused("/api/a", { requestHeaders: { "x-api-key": key, authorization: `Bearer ${key}` } });
    const exchanges = [sending("k3yAk3yAk3yA"), sending("k3yBk3yBk3yB"), sending("k3yAk3yAk3yA")];
    for (const refusedAt of ["api-key", "authorizer"] as const) {
      const findings = found({ refusedAt }, ...exchanges);
      expect(entries(findings)).toEqual([[0, 2], [1]]);
      expect(JSON.stringify(findings)).not.toMatch(/k3y[AB]/);
    }
  });

  it("takes the sessions of one role for one caller", () => {
    const denied = (name: string) =>
      refused("/api/a", {
        responseBody: JSON.stringify({
          Message: `User: arn:aws:sts::123456789012:assumed-role/app/${name} is not authorized to perform: execute-api:Invoke on resource: x`,
        }),
      });
    const findings = found({ refusedAt: "authorizer" }, denied("one"), denied("two"));
    expect(entries(findings)).toEqual([[0, 1]]);
    expect(findings[0]?.scope["caller"]).toBe("arn:aws:sts::123456789012:assumed-role/app");
  });

  it("spans the files of a session, but takes each for another client", () => {
    const recorded = recordingOf({ title: "", exchanges: [refused("/api/a"), refused("/api/b")] });
    const files = recorded.map((each) => ({ ...each, file: `${each.entry}.har` }));
    const inFiles = (rule: Partial<Rule>) =>
      diagnose(files, { knowledge: knowing({ ...anything, ...rule }), apiHosts: [] }).findings.map(({ requests }) =>
        requests.map(({ file }) => file),
      );
    expect(inFiles({})).toEqual([["0.har", "1.har"]]);
    expect(inFiles({ shares: ["client"] })).toEqual([["0.har"], ["1.har"]]);
  });
});

describe("a finding", () => {
  const longPath = exampleClue("long-path", ({ exchange }) =>
    exchange.request.target.path.length > 8 ? yes("the path is long") : no("the path is short"),
  );

  it("is named with the values of its scope, or plainly where one is not known", () => {
    const specificTitle = "The stage {stage} doesn't exist";
    expect(found({ specificTitle }, refused("/api/a"))[0]?.title).toBe("The stage `api` doesn't exist");
    expect(found({ specificTitle }, refused("/"))[0]?.title).toBe("Something is wrong");
  });

  it("is as probable as its surest request, and takes the fix from it", () => {
    const rival: Rule = { ...anything, id: "rival", prior: 0.5 };
    const recorded = recordingOf({ title: "", exchanges: [refused("/api/a"), refused("/api/longer/path")] });
    const clues = [weigh(longPath, { yes: 3 })];
    const { findings, explanations } = diagnose(recorded, {
      knowledge: knowing({ ...anything, clues }, rival),
      apiHosts: [],
    });
    const probabilities = explanations.map(({ diagnosis }) => diagnosis.probability);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.probability).toBe(Math.max(...probabilities));
    expect(findings[0]?.fix[0]?.says).toBe("Mend /api/longer/path.");
  });

  it("is certain only where each of its requests is", () => {
    const clues = [weigh(longPath, { yes: "proof" })];
    const proved = refused("/api/longer/path");
    expect(found({ clues }, proved)[0]).toMatchObject({ confidence: "certain", nextCheck: null });
    expect(found({ clues }, proved, refused("/api/another/path"))[0]?.confidence).toBe("certain");
    expect(found({ clues }, proved, refused("/api/a"))[0]).toMatchObject({
      confidence: "likely",
      nextCheck: { says: "Ask the owner." },
    });
  });

  it("holds each observation once, the strongest first, and few of those by one clue", () => {
    const path = exampleClue("path", ({ exchange }) => yes`it asks for ${url(exchange.request.target.path)}`);
    const shared = exampleClue("shared", () => yes("all share this"));
    const clues = [weigh(path, { yes: 2 }), weigh(shared, { yes: 1 })];
    const [finding] = found({ clues }, refused("/api/a"), refused("/api/b"), refused("/api/c"));
    expect(finding?.evidence.map(({ says }) => says)).toEqual([
      "it asks for `/api/a`",
      "it asks for `/api/b`",
      "all share this",
    ]);
  });

  it("says when it began and ended, and what failed because of it", () => {
    const origin = "https://shop.example.com";
    const preflight = refused("/api/a", {
      method: "OPTIONS",
      requestHeaders: { origin, "access-control-request-method": "PUT" },
      resourceType: "preflight",
    });
    const behind = refused("/api/a", {
      method: "PUT",
      requestHeaders: { origin },
      status: 0,
      error: "net::ERR_FAILED",
    });
    const [finding] = found({}, preflight, behind, refused("/api/b", { at: 60 }));
    expect(finding).toMatchObject({
      requests: [{ entry: 0 }, { entry: 2 }],
      blocks: [{ entry: 1 }],
      since: new Date(exampleStart).toISOString(),
      until: new Date(exampleStart + 60_000).toISOString(),
    });
  });

  it("has no time where the capture's is no date", () => {
    const recorded = recordingOf({ title: "", exchanges: [refused("/api/a")] });
    const never = recorded.map((each) => ({ ...each, har: { ...each.har, startedDateTime: 1e300 } }));
    const { findings } = diagnose(never, { knowledge: knowing(anything), apiHosts: [] });
    expect(findings[0]).toMatchObject({ since: null, until: null });
  });

  it("calls unknown only what none of its requests shows", () => {
    const body = exampleClue("body", ({ exchange: { response } }) =>
      response.body.known ? yes("seen") : { answer: "unknown", what: "the body", why: "it is hidden" },
    );
    const hidden: ExampleExchange = { url: `${host}/api/b`, status: 403, responseHeaders: { "content-length": "23" } };
    const clues = [weigh(body, { no: 1 })];
    expect(found({ clues }, hidden, hidden)[0]?.unknown).toEqual([{ what: "the body", why: "it is hidden" }]);
    expect(found({ clues }, refused("/api/a"), hidden)[0]?.unknown).toEqual([]);
  });

  it("names the API that all requests went to, as far as they agree", () => {
    const other = refused("/api/a", { url: "https://b1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/api/a" });
    expect(found({ shares: ["client"] }, refused("/api/a"), other)[0]?.api).toBeNull();
    expect(found({ shares: ["host"] }, refused("/api/a"), refused("/web/a"))[0]?.api).toMatchObject({
      id: "a1b2c3d4e5",
      stage: null,
    });
  });
});

it("calls an unknown stage one cause, however many requests it refuses", () => {
  const answers = { "x-amzn-errortype": "ForbiddenException", "x-amz-apigw-id": "JxKqfH1bDoEFRXw=" };
  const works: ExampleExchange = { url: `${host}/prod/orders`, status: 200, responseBody: "[]" };
  const exchanges = [
    works,
    ...["orders", "carts", "users"].map((path) => refused(`/api/${path}`, { responseHeaders: answers })),
  ];
  const { findings } = diagnose(recordingOf({ title: "", exchanges }), { knowledge, apiHosts: [] });
  expect(findings.map(({ title, requests }) => [title, requests.length])).toEqual([
    ["The stage `api` doesn't exist", 3],
  ]);
});
