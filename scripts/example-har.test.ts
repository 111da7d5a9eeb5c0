import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { DiagnosisWorker } from "../src/worker/diagnosis-worker.ts";
import type { Row } from "../src/worker/protocol.ts";
import { exampleHar } from "./example-har.ts";

const text = readFileSync(join(import.meta.dirname, "../panel/example.har"), "utf8");

test("the panel's example is what the script writes", () => {
  expect(text).toBe(exampleHar());
});

test("the example shows what it is meant to show: each confidence, a stopped request, and a refusal by another", async () => {
  const rows = await examined(text);
  const refused = rows.filter(({ stoppedBy }) => stoppedBy === null);
  expect(refused.map(({ verdict }) => `${verdict?.cause} ${verdict?.confidence}`)).toEqual([
    "lambda-authorizer-cached-policy likely",
    "rest-stage-missing-or-unknown likely",
    "rest-stage-missing-or-unknown likely",
    "rest-stage-missing-or-unknown likely",
    "preflight-options-not-defined likely",
    "api-key-missing likely",
    "http-api-jwt-insufficient-scope certain",
    expect.stringMatching(/ ambiguous$/),
    "s3-access-denied likely",
  ]);
  expect(rows.filter(({ stoppedBy }) => stoppedBy !== null)).toHaveLength(1);
});

/** The rows after all diagnoses, with a clock that stands still. */
async function examined(har: string): Promise<readonly Row[]> {
  const waiting: (() => void)[] = [];
  const examiner = new DiagnosisWorker(rules, { now: () => 0, later: (goOn) => waiting.push(goOn) });
  const rows = new Map<string, Row>();
  examiner.watch(({ changed }) => {
    for (const row of changed) rows.set(row.key, row);
  });
  expect(await examiner.readText(har)).toEqual([]);
  for (let goOn = waiting.shift(); goOn !== undefined; goOn = waiting.shift()) goOn();
  return [...rows.values()];
}
