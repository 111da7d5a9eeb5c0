import { beforeAll, describe, expect, test } from "vitest";
import { knowledge } from "../../rules/knowledge.ts";
import { TestClock } from "../../testing/clock.ts";
import { PlantedHar, writingsOf } from "../../testing/examples/planted-har.ts";
import { bytesOf } from "../capture/byte-source.ts";
import { readHarFile } from "../capture/har/read.ts";
import { wantsBody } from "../capture/wants-body.ts";
import { type Shell, shells } from "../commands/shells.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import { Recording } from "../session/recording.ts";
import { DiagnosisService } from "../worker/service.ts";
import { requestAsCurl } from "./curl.ts";
import type { ReportedSession, ReportFormat } from "./format.ts";
import { har as annotatedHar } from "./formats/har.ts";
import { formats } from "./formats.ts";
import { openReport, partsOf } from "./open-report.ts";
import { summaryOf } from "./report.ts";
import { plainStyle } from "./style.ts";

const planted = new PlantedHar();
const outputs: Record<string, string> = {};

beforeAll(async () => {
  const har = await readHarFile("planted.har", bytesOf(new Blob([planted.text])), { wantsBody });
  const recording = new Recording();
  recording.addFile(har);
  const { recorded, sources } = recording;
  const { session, explanations, findings, failures } = diagnose(recorded, { knowledge, apiHosts: [] });
  const reported: ReportedSession = {
    summary: summaryOf({ sources, explanations, findings, failures }),
    explanations,
    recorded,
    exchangeAt: ({ entry }) => session.exchanges.find((each) => each.entry === entry),
    original: { ...har, bytes: new Blob([planted.text]), attached: undefined },
  };
  for (const format of formats) {
    outputs[format.id] = (await Promise.all(shells.map((shell) => written(format, reported, shell)))).join("\n");
  }
  Object.assign(outputs, {
    "annotated recording": await written(annotatedHar, { ...reported, original: null }, "bash"),
    explanations: JSON.stringify(explanations.map((each) => each.full())),
    curl: session.exchanges.map(({ request }) => Object.values(requestAsCurl(request)).join("\n")).join("\n"),
    panel: await panelOf(planted.text),
  });
});

/** The document as it leaves the program, credentials hidden. */
async function written(format: ReportFormat, session: ReportedSession, shell: Shell): Promise<string> {
  const hiding = { unmasked: false, hidePeople: false };
  const writer = openReport(format, {
    ...hiding,
    knowledge,
    apiHosts: [],
    version: "1",
    shell,
    logs: true,
    style: plainStyle,
  });
  const parts: BlobPart[] = [];
  for await (const part of partsOf(writer, session)) parts.push(typeof part === "string" ? part : part.slice());
  return new Blob(parts).text();
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

describe.each([...formats.map(({ id }) => id), "annotated recording", "explanations", "curl", "panel"])(
  "%s",
  (name) => {
    test("holds none of the secrets in any part of an entry, in none of the ways to write them", () => {
      const text = unfolded(outputs[name] ?? "");
      expect(text.length).toBeGreaterThan(100);
      const found = planted.planted.filter(({ secret }) => writingsOf(secret).some((each) => text.includes(each)));
      expect(found.map(({ where }) => where)).toEqual([]);
      expect(text).not.toContain("PLANTEDKEY");
    });
  },
);
