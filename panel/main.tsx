import { effect } from "@preact/signals";
import { proxy } from "comlink";
import { render } from "preact";
import { openPlainPage } from "../src/browser/plain-page.ts";
import { openPlainTab } from "../src/browser/plain-tab.ts";
import type { Extension, StoragePort } from "../src/browser/ports.ts";
import { defaultSettings, type Settings, settingsFrom, settingsKey } from "../src/session/settings.ts";
import { connect, endOf, type RemoteWorker, startWorker } from "../src/worker/connect.ts";
import type { Reading, UnreadableFile } from "../src/worker/protocol.ts";
import { unlessEnded } from "../src/worker/reject-at-end.ts";
import { exampleName } from "./files/example-name.ts";
import { Panel } from "./layout/Panel.tsx";
import type { Scope } from "./list/entries.ts";
import type { Actions } from "./store/actions.ts";
import { followWorker, workerEnded } from "./store/follow-worker.ts";
import { PanelContext, type PanelParts } from "./store/panel-context.ts";
import { createStore, type Store } from "./store/store.ts";
import { defaultView, type StoredView, storedViewFrom, storedViewKey } from "./store/stored-view.ts";
import { whyFailed } from "./store/worker-failure.ts";

/** What the hidden devtools page, which outlives this window, gives to the panel. */
interface Handover {
  readonly worker: Worker;
  /** Resolves when the Worker has ended, perhaps before this window was opened. */
  readonly ended: Promise<void>;
  readonly extension: Extension;
}

declare global {
  interface Window {
    handover?: Handover;
  }
}

const isWebPage = location.protocol.startsWith("http");

start(await handedOver());

/** In DevTools waits for the devtools page; in a plain tab or on a web page the panel has a Worker of its own, for files. */
async function handedOver(): Promise<Handover> {
  if (isWebPage) return begunWith(openPlainPage());
  if (!location.search.includes("devtools")) return begunWith(openPlainTab());
  while (window.handover === undefined) {
    await new Promise((resolve) => window.addEventListener("handover", resolve, { once: true }));
  }
  return window.handover;
}

function begunWith(extension: Extension): Handover {
  const worker = startWorker();
  return { worker, ended: endOf(worker), extension };
}

function start({ worker, ended, extension }: Handover): void {
  const { browser, devtools } = extension;
  // The page that handed it over may end with the Worker, and then cannot tell.
  const end = Promise.race([ended, endOf(worker)]);
  const service = connect(worker, end);
  const store = createStore({ installed: !isWebPage, watching: devtools !== null, limits: browser.limits });
  followTheme(extension);
  followWorker(service, store);
  void end.then(() => workerEnded(store));
  void loadSettings(extension, service, store);
  const root = document.getElementById("panel");
  if (root === null) throw new Error("index.html has no #panel");
  const parts = { store, actions: actionsOn(service, extension, store) };
  void rememberView(extension, parts);
  render(
    <PanelContext.Provider value={parts}>
      <Panel />
    </PanelContext.Provider>,
    root,
  );
}

function followTheme({ devtools }: Extension): void {
  if (devtools === null) return;
  document.documentElement.dataset["theme"] = devtools.panels.theme();
  devtools.panels.onThemeChanged((theme) => {
    document.documentElement.dataset["theme"] = theme;
  });
}

async function loadSettings({ storage }: Extension, service: RemoteWorker, store: Store): Promise<void> {
  store.settings.value = settingsFrom(await storage.get(settingsKey));
  unlessEnded(service.setSettings(store.settings.value));
}

/** Shows the list as it was shown the last time, and stores each change. */
async function rememberView({ storage }: Extension, { store, actions }: PanelParts): Promise<void> {
  const stored = storedViewFrom(await storage.get(storedViewKey));
  store.filter.value = stored.filter;
  arrange(store, stored);
  actions.changeScope(stored.scope);
  let isFirst = true;
  effect(() => {
    const view: StoredView = {
      filter: store.filter.value,
      scope: store.scope.value,
      grouped: store.grouped.value,
      columnWidths: store.columnWidths.value,
      hiddenColumns: store.hiddenColumns.value,
      characterKeys: store.characterKeys.value,
      shell: store.shell.value,
      declaringTool: store.declaringTool.value,
    };
    if (!isFirst) void keep(storedViewKey, view, storage, store);
    isFirst = false;
  });
}

function arrange(
  store: Store,
  { grouped, columnWidths, hiddenColumns, characterKeys, shell, declaringTool }: StoredView,
): void {
  store.grouped.value = grouped;
  store.columnWidths.value = columnWidths;
  store.hiddenColumns.value = hiddenColumns;
  store.characterKeys.value = characterKeys;
  store.shell.value = shell;
  store.declaringTool.value = declaringTool;
}

async function keep(key: string, value: unknown, storage: StoragePort, store: Store): Promise<void> {
  store.storageRefused.value = !(await storage.set(key, value));
}

function actionsOn(service: RemoteWorker, { storage, devtools }: Extension, store: Store): Actions {
  const refuse = (refused: readonly UnreadableFile[]) => {
    store.refusedFiles.value = [...store.refusedFiles.value, ...refused];
  };
  const changeScope = (scope: Scope) => {
    store.scope.value = scope;
    unlessEnded(service.listEverything(scope === "seen"));
  };
  const openFiles = async (files: readonly File[]) => {
    let isReading = true;
    // Told through a port of its own, the last progress can come after the end.
    const progress = (reading: Reading) => {
      if (isReading) store.reading.value = reading;
    };
    try {
      refuse(await service.readFiles(files, proxy(progress)));
    } catch (error) {
      refuse(files.map(({ name }) => ({ name, says: `${whyFailed(error)} What was read before that stays.` })));
    } finally {
      isReading = false;
      store.reading.value = null;
    }
  };
  const changeSettings = (settings: Settings) => {
    unlessEnded(service.setSettings(settings));
    store.settings.value = settings;
    void keep(settingsKey, settings, storage, store);
  };
  return {
    openFiles: (files) => void openFiles([...files]),
    async openText(text) {
      try {
        refuse(await service.readText(text));
      } catch (error) {
        refuse([{ name: "pasted text", says: `${whyFailed(error)} What was read before that stays.` }]);
      }
    },
    async showExample() {
      const { default: text } = await import("./example.har?raw");
      await openFiles([new File([text], exampleName)]);
    },
    stopReading: () => unlessEnded(service.stopReading()),
    exportFormats: () => service.exportFormats(),
    export: (scope, options) => service.export(scope, options),
    pause: () => unlessEnded(service.pause()),
    resume: () => unlessEnded(service.resume()),
    clear() {
      unlessEnded(service.clear());
      store.refusedFiles.value = [];
      store.dismissed.value = new Set();
      store.selected.value = null;
      store.range.value = null;
    },
    changeSettings,
    resetSettings() {
      changeSettings(defaultSettings);
      arrange(store, defaultView);
    },
    resizeColumn(column, width) {
      store.columnWidths.value = { ...store.columnWidths.value, [column]: width };
    },
    changeScope,
    showAllRefused() {
      store.filter.value = "";
      store.range.value = null;
      changeScope("refused");
    },
    investigation: (key) => service.investigation(key),
    probe: devtools && ((key, credentials) => service.probe(key, credentials, proxy(devtools.inspectedWindow.request))),
    reload: devtools && (() => devtools.inspectedWindow.reload()),
    revealInNetwork: devtools?.panels.revealInNetwork ?? null,
  };
}
