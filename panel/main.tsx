import { effect } from "@preact/signals";
import { render } from "preact";
import { openPlainPage } from "../src/browser/plain-page.ts";
import { openPlainTab } from "../src/browser/plain-tab.ts";
import type { Extension } from "../src/browser/ports.ts";
import { settingsFrom, settingsKey } from "../src/session/settings.ts";
import { connect, endOf, type RemoteWorker, startWorker } from "../src/worker/connect.ts";
import { Panel } from "./layout/Panel.tsx";
import { createActions, keep } from "./store/create-actions.ts";
import { followWorker, workerEnded } from "./store/follow-worker.ts";
import { PanelContext } from "./store/panel-context.ts";
import { createStore, type Store } from "./store/store.ts";
import { showView, viewFrom, viewKey, viewOf } from "./store/view-settings.ts";
import { noteFailure } from "./store/worker-failure.ts";

/** The hidden devtools page, which outlives this window, gives these to the panel. */
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

/** In DevTools, waits for the devtools page; elsewhere the panel starts its own Worker, for files. */
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
  // The devtools page may end with the Worker, and then its promise stays pending.
  const end = Promise.race([ended, endOf(worker)]);
  const service = connect(worker, end);
  const store = createStore({ installed: !isWebPage, watching: devtools !== null, limits: browser.limits });
  followTheme(extension);
  followWorker(service, store);
  void end.then(() => workerEnded(store));
  void loadSettings(extension, service, store);
  const root = document.getElementById("panel");
  if (root === null) throw new Error("index.html has no #panel");
  const parts = { store, actions: createActions(service, extension, store) };
  void rememberView(extension, store);
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
  noteFailure(service.setSettings(store.settings.value), "The settings do not hold yet", store);
}

/** Shows the list as it was shown the last time, and stores each change. */
async function rememberView({ storage }: Extension, store: Store): Promise<void> {
  showView(store, viewFrom(await storage.get(viewKey)));
  let isFirst = true;
  effect(() => {
    const view = viewOf(store);
    if (!isFirst) void keep(viewKey, view, storage, store);
    isFirst = false;
  });
}
