import { expect, test, vi } from "vitest";
import type { Update } from "../../src/worker/protocol.ts";
import { WorkerEndedError } from "../../src/worker/reject-at-end.ts";
import { rowFor } from "../../testing/examples/row.ts";
import { detailsFor, exchangeFor } from "../../testing/panel/details.ts";
import { fakeWorker } from "../../testing/panel/worker.ts";
import { followWorker, workerEnded } from "./follow-worker.ts";
import { createStore } from "./store.ts";

const refused = rowFor({ key: "0", cause: "a" });
const allowed = rowFor({ key: "1", status: 200 });

function following(calls: Parameters<typeof fakeWorker>[0]) {
  const store = createStore({
    installed: true,
    watching: true,
    limits: { filtered: null, left: null, stopped: null, reveal: null },
  });
  followWorker(fakeWorker({ watch: async () => () => {}, ...calls }), store);
  store.rows.value = [refused, allowed];
  store.scope.value = "seen";
  return store;
}

test("rows come and go as the Worker says", async () => {
  let tell = (_: Update): void => {};
  const store = following({
    watch: async (watch: (update: Update) => void) => {
      tell = watch;
      return () => {};
    },
  });
  const state = {
    tally: store.tally.value,
    allowed: store.allowed.value,
    pattern: null,
    hosts: [],
    sources: [],
    capture: store.capture.value,
    failures: [],
  };
  tell({ ...state, changed: [refused, allowed], removed: [] });
  expect(store.rows.value).toEqual([refused, allowed]);
  expect(store.causes.value.map(({ cause }) => cause)).toEqual(["a"]);
});

test("what was not refused is listed only where it is asked for", () => {
  const listEverything = vi.fn(async () => undefined);
  const store = following({ listEverything });
  store.scope.value = "refused";
  expect(listEverything.mock.calls).toEqual([[false], [true], [false]]);
});

test("the chosen request is loaded, refused or not", async () => {
  const details = detailsFor();
  const exchange = exchangeFor();
  const store = following({ details: async () => details, request: async () => exchange });
  store.selected.value = "0";
  await expect.poll(() => store.details.value).toBe(details);
  store.selected.value = "1";
  await expect.poll(() => store.detail.allowed.value).toBe(exchange);
  expect(store.details.value).toBeNull();
});

test("a diagnosis that cannot be loaded says why, in place of the one before", async () => {
  let isEnded = false;
  const store = following({
    details: async () => {
      if (isEnded) throw new WorkerEndedError();
      return detailsFor();
    },
  });
  store.rows.value = [refused, rowFor({ key: "2", cause: "b" })];
  store.selected.value = "0";
  await expect.poll(() => store.details.value).not.toBeNull();
  isEnded = true;
  store.selected.value = "2";
  await expect
    .poll(() => store.detail.failure.value)
    .toBe("This could not be loaded: the extension's Worker ended. Close DevTools and open them again.");
  expect(store.details.value).toBeNull();
  isEnded = false;
  store.selected.value = "0";
  await expect.poll(() => store.details.value).not.toBeNull();
  expect(store.detail.failure.value).toBeNull();
});

test("a page that cannot be loaded says why, until it is left", async () => {
  const store = following({ causePage: () => Promise.reject(new Error("no memory")) });
  store.detail.open({ kind: "cause", id: "a" });
  await expect.poll(() => store.detail.pageFailure.value).toBe("This could not be loaded: no memory. Try it again.");
  store.detail.back();
  expect(store.detail.pageFailure.value).toBeNull();
});

test("nothing waits for a Worker that has ended", () => {
  const store = following({});
  store.reading.value = { file: "a.har", read: 0, size: 1 };
  store.tally.value = { ...store.tally.value, pending: 4 };
  workerEnded(store);
  expect(store.reading.value).toBeNull();
  expect(store.tally.value.pending).toBe(0);
  expect(store.workerEnded.value).toBe(true);
});
