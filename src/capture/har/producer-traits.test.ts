import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { materialBeside } from "../../../testing/material-beside.ts";
import type { HarEntry, Producer } from "../entry.ts";
import { type ProducerTraits, traitsOf } from "./producer-traits.ts";
import { knownProducers } from "./producers.ts";
import { repairEntry } from "./repair.ts";

function entryOf(raw: Readonly<Record<string, unknown>> & { request?: object; response?: object }): HarEntry {
  const repaired = repairEntry({
    ...raw,
    request: { method: "GET", url: "https://api.example/", ...raw.request },
    response: { status: 403, ...raw.response },
  });
  if ("lost" in repaired) throw new Error(repaired.lost);
  return repaired.entry;
}

function traits(name: string, ...entries: readonly HarEntry[]): ProducerTraits {
  const producer: Producer = { name, version: "", live: false };
  return traitsOf(producer, entries);
}

const bare = entryOf({});
const answered = entryOf({ response: { content: { text: "{}" } } });
const signed = entryOf({ request: { headers: [{ name: "Authorization", value: "x" }] } });

test.each([
  ["WebInspector", "chromium"],
  ["Firefox", "firefox"],
  ["WebKit Web Inspector", "safari"],
  ["Charles Proxy", "charles"],
  ["Fiddler", "fiddler"],
  ["Fiddler Everywhere", "fiddler"],
  ["Proxyman", "proxyman"],
  ["mitmproxy", "mitmproxy"],
  ["mitmproxy har_dump", "mitmproxy"],
  ["HTTP Toolkit", "http-toolkit"],
  ["Insomnia REST Client", "insomnia"],
  ["Postman", "postman"],
  ["Playwright", "playwright"],
  ["chrome-har", "chrome-har"],
  ["Browsertime", "chrome-har"],
  ["WebPagetest", "webpagetest"],
  ["k6 Browser Recorder", "k6"],
  ["something else", "unknown"],
])("%s is %s", (creator, id) => {
  expect(traits(creator, bare).id).toBe(id);
});

test("no two producers claim the same id or the same creator", () => {
  const names = ["WebInspector", "WebKit Web Inspector", "chrome-har", "mitmproxy", "Fiddler", "Playwright"];
  for (const name of names) expect(knownProducers.filter(({ creator }) => creator.test(name))).toHaveLength(1);
  expect(new Set(knownProducers.map(({ id }) => id)).size).toBe(knownProducers.length);
});

describe("what a file lacks", () => {
  test("Chromium's sanitised export removes credentials, its full export does not", () => {
    expect(Object.keys(traits("WebInspector", bare, answered).leavesOut)).toEqual(["authorization", "cookies"]);
    expect(traits("WebInspector", bare, signed).leavesOut).toEqual({});
  });

  test("what DevTools hands over is whole", () => {
    expect(traitsOf({ name: "WebInspector", version: "", live: true }, [bare]).leavesOut).toEqual({});
  });

  test("a producer that nobody knows is accused of nothing", () => {
    expect(traits("har-writer", bare).leavesOut).toEqual({});
  });

  test("one body shows that chrome-har was asked for bodies", () => {
    expect(traits("chrome-har", bare).leavesOut.responseBody).toContain("only when asked");
    expect(traits("chrome-har", bare, answered).leavesOut).not.toHaveProperty("responseBody");
  });

  test("Insomnia's start times and missing signatures mean nothing, whatever other entries show", () => {
    const { leavesOut } = traits("Insomnia REST Client", entryOf({ startedDateTime: "2024-01-01T00:00:00Z" }), signed);
    expect(leavesOut.startTime).toContain("time of the export");
    expect(leavesOut.authorization).toContain("AWS signature");
  });

  test("Playwright's modes show in what the file has", () => {
    const full = entryOf({ serverIPAddress: "1.2.3.4", timings: { wait: 3 }, response: { content: { text: "x" } } });
    expect(Object.keys(traits("Playwright", full).leavesOut)).toEqual(["hiddenResponses", "preflights"]);
    const minimal = traits("Playwright", answered).leavesOut;
    expect(Object.keys(minimal)).toEqual(["hiddenResponses", "preflights", "serverIPAddress", "timings"]);
  });
});

const folder = materialBeside("har", "what real producers leave out");

/** Files of real producers, with what each is known to lack. */
describe.skipIf(folder === null)("real files", () => {
  test.each([
    ["gen__chrome156_export_sanitized.har", "chromium", ["authorization", "cookies"]],
    ["gen__chrome156_export_sensitive.har", "chromium", []],
    ["gen__playwright_embed.har", "playwright", ["hiddenResponses", "preflights"]],
    ["gen__playwright_omit.har", "playwright", ["responseBody", "hiddenResponses", "preflights"]],
    ["gen__playwright_minimal.har", "playwright", ["hiddenResponses", "preflights", "serverIPAddress", "timings"]],
    ["gen__chrome-har_cdp.har", "chrome-har", ["responseBody", "hiddenResponses", "webSocketFrames"]],
    ["mitmproxy__safari.har", "safari", ["webSocketFrames"]],
    ["mitmproxy__charles.har", "charles", []],
  ])("%s", (file, id, lacks) => {
    const { log } = JSON.parse(readFileSync(join(folder ?? "", file), "utf8"));
    const entries = log.entries.map(repairEntry).flatMap((each: object) => ("entry" in each ? [each.entry] : []));
    const { id: found, leavesOut } = traits(log.creator.name, ...(entries as HarEntry[]));
    expect([found, Object.keys(leavesOut)]).toEqual([id, lacks]);
  });
});
