import { expect, test, vi } from "vitest";
import { defaultSettings } from "../../src/session/settings.ts";
import type { Reading } from "../../src/worker/protocol.ts";
import { WorkerEndedError } from "../../src/worker/reject-at-end.ts";
import { fakeWorker } from "../../testing/panel/worker.ts";
import { createActions } from "./create-actions.ts";
import { createStore } from "./store.ts";

const limits = { filtered: null, left: null, stopped: null, reveal: null };

function panelWith(calls: Parameters<typeof fakeWorker>[0], { isStored = true } = {}) {
  const store = createStore({ installed: true, watching: true, limits });
  const worker = fakeWorker(calls);
  const storage = { get: async () => undefined, set: vi.fn(async () => isStored) };
  return { store, worker, storage, actions: createActions(worker, { storage, devtools: null }, store) };
}

const file = new File(["{}"], "capture.har");

test("a file that is read shows how far, and nothing of it stays behind", async () => {
  let end = (_: readonly unknown[]): void => {};
  let tell = (_: Reading): void => {};
  const { store, actions } = panelWith({
    readFiles: (_: unknown, progress: (reading: Reading) => void) => {
      tell = progress;
      return new Promise((resolve) => {
        end = resolve;
      });
    },
  });
  actions.openFiles([file]);
  tell({ file: "capture.har", read: 1, size: 2 });
  expect(store.reading.value).toMatchObject({ read: 1 });
  end([]);
  await expect.poll(() => store.reading.value).toBeNull();
  tell({ file: "capture.har", read: 2, size: 2 });
  expect(store.reading.value).toBeNull();
  expect(store.refusedFiles.value).toEqual([]);
});

test("a Worker that ends while files are read: each says so and what to do, and none is still being read", async () => {
  const { store, actions } = panelWith({ readFiles: () => Promise.reject(new WorkerEndedError()) });
  actions.openFiles([file, new File([""], "other.har")]);
  const says =
    "could not be read to its end: the extension's Worker ended. Close DevTools and open them again. What was read before that stays.";
  await expect
    .poll(() => store.refusedFiles.value)
    .toEqual([
      { name: "capture.har", says },
      { name: "other.har", says },
    ]);
  expect(store.reading.value).toBeNull();
});

test("pasted text that could not be read says so", async () => {
  const { store, actions } = panelWith({ readText: () => Promise.reject(new Error("no memory")) });
  actions.openText("{}");
  await expect.poll(() => store.refusedFiles.value).toHaveLength(1);
  expect(store.refusedFiles.value[0]).toMatchObject({
    name: "pasted text",
    says: expect.stringContaining("no memory. Try it again."),
  });
});

test.each([
  ["pause", "Recording goes on: no memory. Try it again."],
  ["resume", "Recording is still paused: no memory. Try it again."],
  ["clear", "Not everything was cleared: no memory. Try it again."],
  ["stopReading", "Reading goes on: no memory. Try it again."],
] as const)("where %s fails, a notice says so", async (name, says) => {
  const { store, actions } = panelWith({ [name]: () => Promise.reject(new Error("no memory")) });
  actions[name]();
  await expect.poll(() => store.failure.value).toBe(says);
});

test("that the Worker ended is said once, by its own notice", async () => {
  const { store, actions } = panelWith({ pause: () => Promise.reject(new WorkerEndedError()) });
  actions.pause();
  await Promise.resolve();
  expect(store.failure.value).toBeNull();
});

test("settings are stored and told to the Worker; a browser that stores none is noted", async () => {
  const setSettings = vi.fn(async () => undefined);
  const { store, storage, actions } = panelWith({ setSettings }, { isStored: false });
  const settings = { ...defaultSettings, filesTogether: false };
  actions.changeSettings(settings);
  expect(setSettings).toHaveBeenCalledWith(settings);
  expect(storage.set).toHaveBeenCalledWith("settings", settings);
  await expect.poll(() => store.storageRefused.value).toBe(true);
});

test("a reset takes settings and arrangement back, and not what the list is narrowed to", () => {
  const { store, actions } = panelWith({});
  store.settings.value = { ...defaultSettings, apiHosts: ["api.example.com"] };
  store.grouped.value = false;
  store.filter.value = "method:GET";
  actions.resetSettings();
  expect(store.settings.value).toEqual(defaultSettings);
  expect(store.grouped.value).toBe(true);
  expect(store.filter.value).toBe("method:GET");
});
