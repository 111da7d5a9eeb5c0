import { beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { knowledge } from "../../rules/knowledge.ts";
import { TestClock } from "../../testing/clock.ts";
import { PlantedHar, writingsOf } from "../../testing/examples/planted-har.ts";
import { bytesOf } from "../capture/byte-source.ts";
import type { HarFile } from "../capture/entry.ts";
import { readHarFile } from "../capture/har/read.ts";
import { plain } from "../cli/terminal.ts";
import { textReport } from "../cli/text-report.ts";
import { shells } from "../commands/shells.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import { Recording } from "../session/recording.ts";
import { wantsBody } from "../session/wants-body.ts";
import { DiagnosisService } from "../worker/service.ts";
import { requestAsCurl } from "./curl.ts";
import { annotatedFile } from "./har/annotated-file.ts";
import { HarMask } from "./har/har-mask.ts";
import { annotatedRecording } from "./har/har-text.ts";
import { minimalHar } from "./har/minimal-har.ts";
import { markdownReport } from "./markdown-report.ts";
import { reportOf, summaryOf } from "./report.ts";
import { sarifLog } from "./sarif.ts";

const planted = new PlantedHar();
const outputs: Record<string, string> = {};

beforeAll(async () => {
  const har = await readHarFile("planted.har", bytesOf(new Blob([planted.text])), { wantsBody });
  const recording = new Recording();
  recording.addFile(har);
  const { recorded, sources } = recording;
  const { session, explanations, findings, failures } = diagnose(recorded, { knowledge, apiHosts: [] });
  const report = summaryOf({ sources, explanations, findings, failures });
  const exchangeAt = ({ entry }: { entry: number }) => session.exchanges.find((each) => each.entry === entry);
  const mask = new HarMask({ people: false });
  Object.assign(outputs, {
    json: JSON.stringify(reportOf(report, explanations)),
    explanations: JSON.stringify(explanations.map((each) => each.full())),
    markdown: markdownReport({ report, explanations, exchangeAt, shell: "bash" }),
    sarif: JSON.stringify(sarifLog({ report, explanations, causes: rules, version: "1" })),
    text: shells.map((shell) => textReport(report, explanations, plain, { shell, logs: true })).join("\n"),
    curl: session.exchanges.map(({ request }) => Object.values(requestAsCurl(request)).join("\n")).join("\n"),
    "minimal HAR": minimalHar(recorded, explanations, { knowledge, apiHosts: [], mask }).text,
    "annotated recording": annotatedRecording(recorded, explanations, mask),
    "annotated file": await annotated(har, explanations, mask),
    panel: await panelOf(planted.text),
  });
});

async function annotated(har: HarFile, explanations: Parameters<typeof annotatedRecording>[1], mask: HarMask) {
  const parts: Uint8Array[] = [];
  for await (const part of annotatedFile(bytesOf(new Blob([planted.text])), har, { explanations, mask })) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

/** All that crosses to the panel: rows, details, requests. */
async function panelOf(text: string): Promise<string> {
  const clock = new TestClock();
  const service = new DiagnosisService(knowledge, clock);
  const said: unknown[] = [];
  const keys: string[] = [];
  service.listEverything(true);
  service.watch((update) => {
    said.push(update);
    keys.push(...update.changed.map(({ key }) => key));
  });
  await clock.untilSettled(service.readText(text));
  clock.settle();
  for (const key of keys) said.push(service.details(key, null), await service.request(key));
  return JSON.stringify(said);
}

/** Strings inside of JSON and base64 bodies, written out. */
function unfolded(text: string): string {
  const bodies = [...text.matchAll(/"text":\s*"([A-Za-z0-9+/=]{16,})"/g)].map(([, body = ""]) => body);
  return [text, ...bodies.map((body) => Buffer.from(body, "base64").toString())].join("\n");
}

describe.each([
  "json",
  "explanations",
  "markdown",
  "sarif",
  "text",
  "curl",
  "minimal HAR",
  "annotated recording",
  "annotated file",
  "panel",
])("%s", (name) => {
  test("holds none of the secrets in any part of an entry, in none of the ways to write them", () => {
    const text = unfolded(outputs[name] ?? "");
    expect(text.length).toBeGreaterThan(1000);
    const found = planted.planted.filter(({ secret }) => writingsOf(secret).some((each) => text.includes(each)));
    expect(found.map(({ where }) => where)).toEqual([]);
    expect(text).not.toContain("PLANTEDKEY");
  });
});
