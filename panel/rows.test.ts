import { expect, test } from "vitest";
import type { Diagnosis } from "../src/diagnosis/diagnosis.ts";
import type { Examination } from "../src/diagnosis/examination.ts";
import type { Explanation } from "../src/diagnosis/explanation.ts";
import type { HarEntry } from "../src/har/entry.ts";
import { openSession } from "../src/session/open-session.ts";
import type { Subject } from "../src/session/session.ts";
import { findingsOf, narrowed, rowsOf } from "./rows.ts";

const api = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const origin = { name: "Origin", value: "https://shop.example.com" };

test("a refused preflight is followed by the request that it stopped", () => {
  const findings = findingsOf(examination());
  expect(rowsOf(findings).map(({ blocked, status, method }) => ({ blocked, status, method }))).toEqual([
    { blocked: false, status: 403, method: "OPTIONS" },
    { blocked: true, status: 0, method: "PUT" },
    { blocked: false, status: 403, method: "GET" },
    { blocked: false, status: 403, method: "GET" },
  ]);
});

test("the filter looks for its text in method, address, cause and status", () => {
  const findings = findingsOf(examination());
  const found = (text: string) => narrowed(findings, "all", text).map(({ explanation }) => explanation.diagnosis.entry);
  expect(found("ORDERS")).toEqual([2]);
  expect(found(" options ")).toEqual([0]);
  expect(found("put")).toEqual([0]);
  expect(found("some-cause")).toEqual([0, 2, 3]);
  expect(found("403")).toEqual([0, 2, 3]);
  expect(found("nowhere")).toEqual([]);
});

test("the scope leaves out refusals by others", () => {
  const findings = findingsOf(examination());
  expect(narrowed(findings, "api-gateway", "").map(({ key }) => key)).toEqual(["0 a.har", "2 a.har"]);
});

function examination(): Examination {
  const entries = [
    entry("OPTIONS", `${api}/prod/carts`, 403, "preflight"),
    entry("PUT", `${api}/prod/carts`, 0, "fetch"),
    entry("GET", `${api}/api/orders`, 403, "fetch"),
    entry("GET", "https://d111111abcdef8.cloudfront.net/x", 403, "fetch"),
  ];
  const producer = { name: "WebInspector", version: "537.36", live: false };
  const recorded = entries.map((each, index) => ({ file: "a.har", index, producer, entry: each, bodyLost: null }));
  const session = openSession(recorded, []);
  return { session, explanations: session.subjects.map(explanationOf), failures: [] };
}

function entry(method: string, url: string, status: number, resourceType: string): HarEntry {
  const preflight = { name: "Access-Control-Request-Method", value: "PUT" };
  const headers = method === "OPTIONS" ? [origin, preflight] : [origin];
  return {
    startedDateTime: 1_790_000_000_000,
    request: { method, url, httpVersion: "h2", headers, bodySize: 0, postData: null },
    response: {
      status,
      statusText: "",
      httpVersion: "h2",
      headers: status === 0 ? [] : [{ name: "Content-Type", value: "application/json" }],
      redirectURL: "",
      content: { text: null, size: 0, mimeType: "" },
      error: status === 0 ? "net::ERR_FAILED" : null,
    },
    serverIPAddress: null,
    wait: 10,
    resourceType,
    webSocketMessages: [],
  };
}

function explanationOf({ exchange, blocks }: Subject): Explanation {
  const { file, entry: index, host, request, response } = exchange;
  const diagnosis: Diagnosis = {
    file,
    entry: index,
    method: request.method,
    url: request.url,
    status: response.status,
    apiGateway: host.kind === "default-endpoint",
    api: { kind: "rest", id: null, region: null, stage: "prod", host: host.hostname, hostKind: host.kind },
    cause: "some-cause",
    confidence: "likely",
    probability: 0.8,
    alternatives: [],
    refusedAt: "stage",
    blocks: blocks.map((each) => each.entry),
    evidence: [],
    unknown: [],
    nextCheck: null,
    fix: [],
    links: [],
  };
  const nothing = { who: "", means: "", page: null, progress: [], progressSays: "", why: [], rivals: [] };
  return { diagnosis, title: "Some cause", ...nothing };
}
