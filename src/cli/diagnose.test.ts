import { expect, test } from "vitest";
import { bytesOf } from "../capture/byte-source.ts";
import { har } from "../capture/har/source.ts";
import { readCapture } from "../capture/read-capture.ts";
import type { DiagnosedSession } from "../diagnosis/diagnosed-session.ts";
import type { Explanation, FullExplanation } from "../diagnosis/explanation.ts";
import type { Finding } from "../diagnosis/finding.ts";
import { textReport } from "../reports/formats/text.ts";
import { withProbes } from "../reports/probe-results.ts";
import { problemLines } from "../reports/problem-lines.ts";
import { reportOf } from "../reports/report.ts";
import { plainStyle } from "../reports/style.ts";
import { openSession } from "../session/open-session.ts";
import type { Recorded } from "../session/recording.ts";
import { diagnoseFiles } from "./diagnose.ts";
import { sessionsOf } from "./sessions.ts";

const capture = await readCapture(
  { name: "a.har", source: har },
  bytesOf(
    new Blob([
      `{"log":{"entries":[null,{"startedDateTime":"2024-05-06T10:30:15Z",
  "request":{"method":"GET","url":"https://x.example.com/a","headers":[]},
  "response":{"status":403,"headers":[],"content":{}}}]}}`,
    ]),
  ),
  () => true,
);

/** Stands in for the classifier: every request is explained alike, and one rule failed. */
function examine(recorded: readonly Recorded[]): DiagnosedSession {
  return {
    session: openSession(recorded, []),
    explanations: recorded.map(explanation),
    findings: [findingOf(recorded.map(explanation))],
    failures: recorded.map(({ file, entry: index }) => ({ rule: "broken-rule", file, entry: index, reason: "boom" })),
  };
}

function explanation(recorded: Recorded): Explanation {
  return { ...fullExplanation(recorded), full: () => fullExplanation(recorded) };
}

function fullExplanation({ file, entry: index, har: entry }: Recorded): FullExplanation {
  const { method, url } = entry.request;
  return {
    diagnosis: {
      file,
      entry: index,
      method,
      url: `${url}\u001b[31m`,
      status: 403,
      apiGateway: true,
      api: { kind: "rest", id: null, region: null, stage: null, host: "x.example.com", hostKind: "custom domain" },
      cause: "waf-blocked-apigw",
      confidence: "likely",
      probability: 0.814,
      whyNot: [{ cause: "api-key-missing", title: "No key", probability: 0.001, says: "a key is sent" }],
      alternatives: [{ cause: "rest-route-not-found", probability: 0.186 }],
      refusedAt: "waf",
      blocks: [7],
      evidence: [],
      unknown: [{ what: "the body", why: "the browser hid it" }],
      nextCheck: { says: "Ask again.", command: "curl -si \\\n  https://x.example.com/" },
      confirm: { says: "See the web ACL.", command: null },
      fix: [{ says: "Change the rule.", command: null }],
      links: [],
      owner: { logs: [], runbook: [], console: [] },
      declared: [],
    },
    title: "A web ACL blocked the request",
    root: { key: "waf", title: "A web ACL blocked the request", scope: {} },
    who: "Refused by API Gateway",
    means: "",
    page: { saw: "TypeError: Failed to fetch", why: "No CORS header.", fix: [] },
    progress: [],
    progressSays: "",
    why: [
      {
        id: "a",
        clue: "a",
        answer: "yes",
        cause: "waf-blocked-apigw",
        weight: 2,
        says: "the body is large",
        quotes: [],
      },
      {
        id: "b",
        clue: "b",
        answer: "no",
        cause: "waf-blocked-apigw",
        weight: -1,
        says: "another request passed",
        quotes: [],
      },
    ],
    rivals: [{ cause: "rest-route-not-found", title: "No such route", probability: 0.186, says: "a path unknown" }],
    unexplained: { title: "Something that no capture shows", probability: 0.05, says: "others passed" },
  };
}

function findingOf([first, ...more]: readonly Explanation[]): Finding {
  if (first === undefined) throw new Error("there is nothing to find");
  const { diagnosis, why } = first;
  const { file, cause, confidence, probability, apiGateway, api, unknown, nextCheck, fix, links } = diagnosis;
  const requests = [first, ...more].map((each) => ({ file, entry: each.diagnosis.entry }));
  const title = "A web ACL blocked the request";
  const blocks = diagnosis.blocks.map((entry) => ({ file, entry }));
  const shared = {
    cause,
    title,
    confidence,
    probability,
    apiGateway,
    api,
    scope: { host: api.host },
    requests,
    blocks,
  };
  return { ...shared, since: null, until: null, evidence: why, unknown, nextCheck, fix, links };
}

const options = { shell: "bash", logs: false, style: plainStyle } as const;

const opened = [
  { name: "a.har", capture },
  { name: "b.har", unreadable: "There is no such file." },
] as const;

test("the document counts what each file held and keeps the file that could not be read", () => {
  const { summary, explanations } = diagnoseFiles(opened, examine);
  expect(summary.files).toEqual([
    {
      file: "a.har",
      entries: 2,
      subjects: 1,
      problems: [
        { entry: 0, reason: "The entry is not an object", lost: true },
        { entry: 1, reason: "The rule broken-rule failed: boom", lost: false },
      ],
    },
    {
      file: "b.har",
      entries: 0,
      subjects: 0,
      problems: [{ entry: null, reason: "There is no such file.", lost: true }],
    },
  ]);
  const document = reportOf(summary, explanations);
  expect(document).toMatchObject({ format: "api-gateway-403", version: 1 });
  expect(document.diagnoses.map(({ file, entry }) => [file, entry])).toEqual([["a.har", 1]]);
});

test.each([
  { filesTogether: false, sizes: [1, 1, 1] },
  { filesTogether: true, sizes: [3] },
])("files are sessions of their own, or one where that is wanted", async ({ filesTogether, sizes }) => {
  const archive = async (path: string) => (path === "two.zip" ? [opened[0], opened[0]] : [opened[1]]);
  const found: number[] = [];
  for await (const session of sessionsOf(["two.zip", "b.har"], filesTogether, archive)) found.push(session.length);
  expect(found).toEqual(sizes);
});

test("files of one session are evidence for each other", () => {
  const seen: number[] = [];
  const counting = (recorded: readonly Recorded[]) => {
    seen.push(recorded.length);
    return examine(recorded);
  };
  diagnoseFiles([opened[0], { name: "c.har", capture: { ...capture, name: "c.har" } }], counting);
  expect(seen).toEqual([2]);
});

test("the list for people says what, how sure, why, what is not known and what to do", () => {
  const { summary, explanations } = diagnoseFiles([opened[0]], examine);
  expect(textReport({ summary, explanations }, options)).toBe(`a.har: 1 refused request among 2 requests

#1 403 GET https://x.example.com/a<U+001B>[31m
  → A web ACL blocked the request  likely, 81 %
    Refused by API Gateway · waf-blocked-apigw
    the page  saw TypeError: Failed to fetch: No CORS header.
    blocks    the request behind it (#7)
    because   + the body is large
    because   − another request passed
    unknown   the body: the browser hid it
    or        No such route (19 %): a path unknown
    or        Something that no capture shows (5 %): others passed
    not       No key: a key is sent
    check     Ask again.
              curl -si \\
                https://x.example.com/
    confirm   See the web ACL.
    fix       Change the rule.
`);
});

test("the list tells which checks were made, what came back, and what became of the causes", () => {
  const { summary, explanations } = diagnoseFiles([opened[0]], examine);
  const made = {
    check: "random-path",
    says: "Ask for a path that cannot exist.",
    command: "curl -si https://x.example.com/no",
    status: 403,
    answer: "the same refusal",
    before: [{ cause: "waf-blocked-apigw", probability: 0.814 }],
    after: [{ cause: "waf-blocked-apigw", probability: 0.9 }],
  };
  const asked = explanations.map((each) => withProbes(each, [made]));
  expect(textReport({ summary, explanations: asked }, options)).toContain(`
    asked     Ask for a path that cannot exist.
              curl -si https://x.example.com/no
              The response was 403: the same refusal.
              \`waf-blocked-apigw\` 81 % → 90 %.
`);
});

test("requests of one root cause share one block", () => {
  const { summary, explanations } = diagnoseFiles([opened[0]], examine);
  const members = Array.from({ length: 12 }, (_, entry) =>
    explanations.map((each) => ({
      ...each,
      diagnosis: { ...each.diagnosis, entry, url: `https://x.example.com/${entry}` },
    })),
  ).flat();
  const text = textReport({ summary: { ...summary, findings: [findingOf(members)] }, explanations: members }, options);
  expect(text).toContain(`12 requests, one cause: A web ACL blocked the request  likely, 81 %
    Refused by API Gateway · waf-blocked-apigw
    #0 403 GET https://x.example.com/0
    #1 403 GET https://x.example.com/1
`);
  expect(text).toContain("    and 2 more (see --json)\n");
  expect(text.match(/Change the rule/g)).toHaveLength(1);
});

test("a likely cause is never shown with 100 %, and long lists are cut with their length", () => {
  const { summary, explanations } = diagnoseFiles([opened[0]], examine);
  const unknown = [1, 2, 3, 4, 5].map((each) => ({ what: `thing ${each}`, why: "hidden" }));
  const surer = summary.findings.map((each) => ({ ...each, probability: 0.998, unknown }));
  const text = textReport({ summary: { ...summary, findings: surer }, explanations }, options);
  expect(text).toContain("likely, over 99 %");
  expect(text).toContain("thing 3");
  expect(text).not.toContain("thing 4");
  expect(text).toContain("and 2 more");
});

test("entries with the same problem share a line", () => {
  const problems = [...Array(7).keys()].map((entry) => ({ entry, reason: "The start time is missing", lost: false }));
  expect(problemLines([{ file: "a.har", entries: 7, subjects: 0, problems }])).toEqual([
    "a.har: The start time is missing (#0, #1, #2, #3, #4 and 2 more)",
  ]);
});

test("writes commands for PowerShell and says how to find the request in the logs, where it is asked to", () => {
  const { summary, explanations } = diagnoseFiles(opened, examine);
  const logs = [{ says: "Read the log.", command: "aws logs 'it'\\''s'", powershell: "aws logs 'it''s'" }];
  const asked = explanations.map((each): Explanation => {
    const full = each.full();
    const diagnosis = { ...full.diagnosis, owner: { logs, runbook: [], console: [] } };
    return { ...each, full: () => ({ ...full, diagnosis }) };
  });
  expect(textReport({ summary, explanations: asked }, options)).not.toContain("Read the log.");
  expect(textReport({ summary, explanations: asked }, { ...options, shell: "powershell", logs: true })).toContain(
    "aws logs 'it''s'",
  );
});
