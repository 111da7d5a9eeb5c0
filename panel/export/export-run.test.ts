import { expect, test } from "vitest";
import type { Exported } from "../../src/worker/protocol.ts";
import { WorkerEndedError } from "../../src/worker/reject-at-end.ts";
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
  const run = new ExportRun();
  expect(run.state.value).toEqual({ kind: "idle" });
  const call = pendingCall();
  run.start(call.write);
  expect(run.state.value).toEqual({ kind: "writing" });
  call.resolve(exportedAs("a.har"));
  await expect.poll(() => run.state.value).toMatchObject({ kind: "done", exported: { fileName: "a.har" } });
});

test.each([
  ["ends", new WorkerEndedError(), "Nothing was exported. The extension's Worker ended before this was done."],
  ["rejects the call", new Error("no memory"), "Nothing was exported. This failed: no memory."],
])("where the Worker %s, a sentence says so, and another export may follow", async (_, error, says) => {
  const run = new ExportRun();
  const call = pendingCall();
  run.start(call.write);
  call.reject(error);
  await expect.poll(() => run.state.value).toEqual({ kind: "failed", says });
  run.start(async () => exportedAs("b.har"));
  await expect.poll(() => run.state.value).toMatchObject({ kind: "done" });
});

test("an export that ends late never takes the place of a newer one", async () => {
  const run = new ExportRun();
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
  const run = new ExportRun();
  run.fail(new WorkerEndedError());
  expect(run.state.value).toMatchObject({ kind: "failed", says: expect.stringContaining("Worker ended") });
});
