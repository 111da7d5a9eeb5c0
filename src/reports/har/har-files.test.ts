import { createRequire } from "node:module";
import { isIPv4, isIPv6 } from "node:net";
import { Ajv, type AnySchema } from "ajv";
import draft6 from "ajv/dist/refs/json-schema-draft-06.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { knowledge } from "../../../rules/knowledge.ts";
import { exampleHar } from "../../../scripts/example-har.ts";
import { PlantedHar } from "../../../testing/examples/planted-har.ts";
import { bytesOf } from "../../capture/byte-source.ts";
import { readHarFile } from "../../capture/har/read.ts";
import { wantsBody } from "../../capture/wants-body.ts";
import { diagnose } from "../../diagnosis/diagnose.ts";
import { Recording } from "../../session/recording.ts";
import { minimalHarOf } from "../formats/minimal-har.ts";
import { annotatedFile } from "./annotated-file.ts";
import { HarMask } from "./har-mask.ts";
import { annotatedRecording } from "./har-text.ts";

const harSchemas: Readonly<Record<string, AnySchema>> = createRequire(import.meta.url)("har-schema");

const ajv = new Ajv({ strict: false });
ajv.addMetaSchema(draft6);
ajv.addFormat("ipv4", isIPv4);
ajv.addFormat("ipv6", isIPv6);
ajv.addFormat("uri", URL.canParse);
ajv.addFormat("date-time", (text: string) => !Number.isNaN(Date.parse(text)));
ajv.addFormat("date", (text: string) => !Number.isNaN(Date.parse(text)));
for (const schema of Object.values(harSchemas)) ajv.addSchema(schema);

function flaws(text: string): readonly unknown[] {
  ajv.validate("har.json#", JSON.parse(text));
  return ajv.errors ?? [];
}

async function examined(text: string) {
  const har = await readHarFile("a.har", bytesOf(new Blob([text])), { wantsBody });
  const recording = new Recording();
  recording.addFile(har);
  const { recorded } = recording;
  return { har, recorded, ...diagnose(recorded, { knowledge, apiHosts: [] }) };
}

async function annotated(text: string, mask: HarMask | null): Promise<string> {
  const { har, explanations } = await examined(text);
  const parts: Uint8Array[] = [];
  for await (const part of annotatedFile(bytesOf(new Blob([text])), har, { explanations, mask })) parts.push(part);
  return Buffer.concat(parts).toString();
}

const mask = new HarMask({ people: true });

describe.each([
  ["the example", exampleHar()],
  ["secrets in every part", new PlantedHar().text],
])("%s", (_, text) => {
  test("is valid HAR 1.2 as an annotated recording, an annotated file, and a minimal file", async () => {
    const { recorded, explanations } = await examined(text);
    for (const chosen of [mask, null]) {
      expect(flaws(annotatedRecording(recorded, explanations, chosen))).toEqual([]);
      expect(flaws(minimalHarOf(recorded, explanations, { knowledge, apiHosts: [], mask: chosen }).text)).toEqual([]);
    }
  });
});

const pretty = JSON.stringify(JSON.parse(new PlantedHar().text), null, 2);

test("an annotated file is the same file, with a comment and the diagnosis at each refused entry", async () => {
  const { log } = JSON.parse(await annotated(pretty, null));
  const { log: before } = JSON.parse(pretty);
  expect(log.pages).toEqual(before.pages);
  expect(log.creator).toEqual(before.creator);
  expect(log.entries).toHaveLength(before.entries.length);
  const { comment, _apiGateway403: diagnosis, ...rest } = log.entries[0];
  expect(comment).toMatch(/^API Gateway 403: /);
  expect(diagnosis.entry).toBe(0);
  expect({ ...rest, comment: before.entries[0].comment }).toEqual(before.entries[0]);
});

test("unmasked, other entries pass through byte by byte", async () => {
  const { text } = new PlantedHar();
  const served = JSON.stringify(JSON.parse(text).log.entries[1]);
  const oddly = served.replace('"time":60', '"time" :\t6e1');
  expect(await annotated(text.replace(served, oddly), null)).toContain(oddly);
});

test.each([
  ["a list of entries alone", (text: string) => JSON.stringify(JSON.parse(text).log.entries)],
  ["a file that was cut off", (text: string) => text.slice(0, -300)],
  ["a file with a byte order mark", (text: string) => `\uFEFF${text}`],
  ["a JSONP call", (text: string) => `onInputData(${text});`],
])("%s becomes a whole file", async (_, written) => {
  const { log } = JSON.parse(await annotated(written(pretty), null));
  expect(log.version).toBe("1.2");
  expect(log.pages).toEqual(expect.any(Array));
  expect(log.entries[0]._apiGateway403.status).toBe(403);
});
