import { expect, test } from "vitest";
import type { Exported } from "../../src/worker/protocol.ts";
import { ExportRun } from "./export-run.ts";

function exportedAs(fileName: string): Exported {
  return { file: new Blob([fileName]), fileName, beginning: fileName, isCut: false };
}

/** A call to the Worker that ends when the test says so. */
function pendingCall() {
  let resolve = (_: Exported): void => {};
  let reject = (_: Error): void => {};
  const promise = new Promise<Exported>((...settle) => {
    [resolve, reject] = settle;
  });
  return { write: () => promise, resolve, reject };
}

test("an export is written, then done", async () => {
  const run = new ExportRun(String);
  expect(run.state.value).toEqual({ kind: "idle" });
  const call = pendingCall();
  run.start(call.write);
  expect(run.state.value).toEqual({ kind: "writing" });
  call.resolve(exportedAs("a.har"));
  await expect.poll(() => run.state.value).toMatchObject({ kind: "done", exported: { fileName: "a.har" } });
});

test("where the call is rejected, a sentence says so, and another export may follow", async () => {
  const run = new ExportRun(String);
  const call = pendingCall();
  run.start(call.write);
  call.reject(new Error("no memory"));
  await expect.poll(() => run.state.value).toEqual({ kind: "failed", says: "Nothing was exported: Error: no memory" });
  run.start(async () => exportedAs("b.har"));
  await expect.poll(() => run.state.value).toMatchObject({ kind: "done" });
});

test("an export that ends late never takes the place of a newer one", async () => {
  const run = new ExportRun(String);
  const [old, newer] = [pendingCall(), pendingCall()];
  const drop = run.start(old.write);
  drop();
  run.start(newer.write);
  newer.resolve(exportedAs("new.har"));
  await expect.poll(() => run.state.value).toMatchObject({ kind: "done" });
  old.reject(new Error("late"));
  await old.write().catch(() => {});
  expect(run.state.value).toMatchObject({ kind: "done", exported: { fileName: "new.har" } });
});

test("where the formats cannot be asked for, a sentence says so", () => {
  const run = new ExportRun(String);
  run.fail(new Error("gone"));
  expect(run.state.value).toEqual({ kind: "failed", says: "Nothing was exported: Error: gone" });
});
