import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { knowledge } from "../../../rules/knowledge.ts";
import { exampleSession } from "../../../scripts/example-session.ts";
import { recordingOf } from "../../../testing/examples/recording.ts";
import { diagnose } from "../../diagnosis/diagnose.ts";
import { summaryOf } from "../report.ts";
import { sarifLog } from "./sarif.ts";

const { explanations, findings } = diagnose(recordingOf({ title: "", exchanges: exampleSession }), {
  knowledge,
  apiHosts: [],
});
const problems = [{ entry: 3, reason: "The status is missing", lost: false }];
const sources = [{ file: "my captures/a#1.har", count: 14, problems }];
const summary = summaryOf({ sources, explanations, findings, failures: [] });
const log = sarifLog({ summary, explanations, causes: knowledge.rules, version: "1.2.3" });
const [run] = log.runs;

/** Draft 4's `$schema` and `id` are none of Ajv's; nothing else of the schema is of draft 4 alone. */
const {
  $schema: _,
  id: __,
  ...schema
} = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

test("the log is valid by SARIF's own schema", () => {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  ajv.addFormat("uri", URL.canParse);
  ajv.addFormat("uri-reference", (text: string) => !/[^!#-;=?-[\]_a-z~%]/.test(text));
  ajv.addFormat("date-time", (text: string) => !Number.isNaN(Date.parse(text)));
  ajv.validate(schema, JSON.parse(JSON.stringify(log)));
  expect(ajv.errors ?? []).toEqual([]);
});

test("each result names a rule that the log holds, at its index", () => {
  const descriptors = run?.tool.driver.rules ?? [];
  expect(run?.results).toHaveLength(explanations.length);
  for (const { ruleId, ruleIndex } of run?.results ?? []) expect(descriptors[ruleIndex ?? -1]?.id).toBe(ruleId);
  expect(new Set(descriptors.map(({ id }) => id)).size).toBe(descriptors.length);
});

test("only what is certain is an error", () => {
  const levels = run?.results?.map(({ level }) => level);
  const sure = { certain: "error", likely: "warning", ambiguous: "note" };
  expect(levels).toEqual(explanations.map(({ diagnosis }) => sure[diagnosis.confidence]));
});

test("requests of one root have one fingerprint", () => {
  const prints = run?.results?.map(({ partialFingerprints }) => partialFingerprints?.["root/v1"]);
  expect(new Set(prints).size).toBe(findings.length);
});

test("files are relative references, and what could not be read of them is told", () => {
  const [notification] = run?.invocations?.[0]?.toolExecutionNotifications ?? [];
  expect(notification?.message.text).toBe("The status is missing");
  expect(notification?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("my%20captures/a%231.har");
});
