import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { knowledge } from "../rules/knowledge.ts";
import type { Row } from "../src/worker/protocol.ts";
import { DiagnosisService } from "../src/worker/service.ts";
import { TestClock } from "../testing/clock.ts";
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
  const clock = new TestClock();
  const service = new DiagnosisService(knowledge, clock);
  const rows = new Map<string, Row>();
  service.watch(({ changed }) => {
    for (const row of changed) rows.set(row.key, row);
  });
  expect(await clock.untilSettled(service.readText(har))).toEqual([]);
  clock.settle();
  return [...rows.values()];
}
