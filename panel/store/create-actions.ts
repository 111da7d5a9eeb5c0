import { proxy } from "comlink";
import type { DevtoolsPort, StoragePort } from "../../src/browser/ports.ts";
import { defaultSettings, type Settings, settingsKey } from "../../src/session/settings.ts";
import type { RemoteWorker } from "../../src/worker/connect.ts";
import type { Reading, UnreadableFile } from "../../src/worker/protocol.ts";
import { exampleName } from "../files/example-name.ts";
import type { Actions } from "./actions.ts";
import type { Store } from "./store.ts";
import { resetArrangement } from "./view-settings.ts";
import { noteFailure, whyFailed } from "./worker-failure.ts";

/** The actions on a Worker, a browser and a store. Failures are noted in the store. */
export function createActions(
  service: RemoteWorker,
  { storage, devtools }: { readonly storage: StoragePort; readonly devtools: DevtoolsPort | null },
  store: Store,
): Actions {
  const changeSettings = (settings: Settings) => {
    noteFailure(service.setSettings(settings), "The settings do not hold yet", store);
    store.settings.value = settings;
    void keep(settingsKey, settings, storage, store);
  };
  const openFiles = (files: readonly File[]) => readFiles(files, service, store);
  return {
    openFiles: (files) => void openFiles([...files]),
    openText: (text) => refusing(["pasted text"], service.readText(text), store),
    showExample: () => noteFailure(openExample(openFiles), "The example could not be opened", store),
    stopReading: () => noteFailure(service.stopReading(), "Reading goes on", store),
    exportFormats: () => service.exportFormats(),
    export: (scope, options) => service.export(scope, options),
    pause: () => noteFailure(service.pause(), "Recording goes on", store),
    resume: () => noteFailure(service.resume(), "Recording is still paused", store),
    clear() {
      noteFailure(service.clear(), "Not everything was cleared", store);
      store.refusedFiles.value = [];
      store.dismissed.value = new Set();
      store.failure.value = null;
      store.selected.value = null;
      store.range.value = null;
    },
    changeSettings,
    resetSettings() {
      changeSettings(defaultSettings);
      resetArrangement(store);
    },
    resizeColumn(column, width) {
      store.columnWidths.value = { ...store.columnWidths.value, [column]: width };
    },
    showAllRefused() {
      store.filter.value = "";
      store.range.value = null;
      store.scope.value = "refused";
    },
    investigation: (key) => service.investigation(key),
    probe: devtools && ((key, credentials) => service.probe(key, credentials, proxy(devtools.inspectedWindow.request))),
    reload: devtools && (() => devtools.inspectedWindow.reload()),
    revealInNetwork: devtools?.panels.revealInNetwork ?? null,
  };
}

/** Stores a value, and notes where the browser refuses. */
export async function keep(key: string, value: unknown, storage: StoragePort, store: Store): Promise<void> {
  store.storageRefused.value = !(await storage.set(key, value));
}

async function openExample(openFiles: (files: readonly File[]) => Promise<void>): Promise<void> {
  const { default: text } = await import("../example.har?raw");
  await openFiles([new File([text], exampleName)]);
}

async function readFiles(files: readonly File[], service: RemoteWorker, store: Store): Promise<void> {
  let isReading = true;
  // Progress has a port of its own, so that its last message can come after the end.
  const progress = (reading: Reading) => {
    if (isReading) store.reading.value = reading;
  };
  const names = files.map(({ name }) => name);
  await refusing(names, service.readFiles(files, proxy(progress)), store);
  isReading = false;
  store.reading.value = null;
}

/** Lists the files that a call could not use: all of them where it fails. */
async function refusing(
  names: readonly string[],
  call: Promise<readonly UnreadableFile[]>,
  store: Store,
): Promise<void> {
  const refused = await call.catch((error: unknown) => {
    const says = `could not be read to its end: ${whyFailed(error, store)} What was read before that stays.`;
    return names.map((name) => ({ name, says }));
  });
  store.refusedFiles.value = [...store.refusedFiles.value, ...refused];
}
