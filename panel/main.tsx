import { render } from "preact";
import { rules } from "../rules/index.ts";
import { openExtension } from "../src/browser/extension.ts";
import type { Extension } from "../src/browser/ports.ts";
import { examine } from "../src/diagnosis/examine.ts";
import { NotHarError, readHarFile } from "../src/har/read.ts";
import { Recording } from "../src/session/recording.ts";
import { type Settings, settingsFrom, settingsKey } from "../src/session/settings.ts";
import type { Actions } from "./actions.ts";
import { createStore, type Store } from "./store.ts";
import { Panel } from "./view/Panel.tsx";
import { PanelContext } from "./view/panel-context.ts";

/** What the hidden devtools page, which outlives this window, gives to the panel. */
interface Handover {
  readonly recording: Recording;
  readonly extension: Extension;
}

declare global {
  interface Window {
    handover?: Handover;
  }
}

start(await handedOver());

/** In DevTools waits for the devtools page; as a plain tab the panel keeps its own recording, of files alone. */
async function handedOver(): Promise<Handover> {
  if (!location.search.includes("devtools")) return { recording: new Recording(), extension: openExtension() };
  while (window.handover === undefined) {
    await new Promise((resolve) => window.addEventListener("handover", resolve, { once: true }));
  }
  return window.handover;
}

function start({ recording, extension }: Handover): void {
  const { browserName, devtools } = extension;
  const store = createStore({ watching: devtools !== null, browserName });
  followTheme(extension);
  followRecording(recording, store);
  void loadSettings(extension, recording, store);
  const root = document.getElementById("panel");
  if (root === null) throw new Error("index.html has no #panel");
  const parts = { store, actions: actionsOn(recording, extension, store) };
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

/**
 * Examines the recording anew after changes: at most once a frame, and never for more than half of the time, so that a
 * long recording leaves the panel usable. A hidden panel has no frames and does nothing.
 */
function followRecording(recording: Recording, store: Store): void {
  let scheduled = false;
  let notBefore = 0;
  const refresh = () => {
    scheduled = false;
    const start = performance.now();
    const { apiHosts } = store.settings.peek();
    store.examination.value = examine(recording.recorded, { rules, apiHosts });
    store.sources.value = recording.sources;
    const end = performance.now();
    notBefore = end + (end - start);
  };
  const schedule = () => {
    store.capture.value = { paused: recording.paused, heldBack: recording.heldBack };
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => requestAnimationFrame(refresh), Math.max(0, notBefore - performance.now()));
  };
  // The recording outlives this window and must not keep calling into it.
  window.addEventListener("pagehide", recording.subscribe(schedule));
  store.settings.subscribe(schedule);
}

async function loadSettings({ storage }: Extension, recording: Recording, store: Store): Promise<void> {
  const settings = settingsFrom(await storage.get(settingsKey));
  recording.keepAfterNavigation = settings.keepAfterNavigation;
  store.settings.value = settings;
}

function actionsOn(recording: Recording, { storage, devtools }: Extension, store: Store): Actions {
  return {
    openFiles: (files) => void openFiles(files, recording, store),
    openText: (text) => addHar("pasted.har", text, recording, store),
    pause: () => recording.pause(),
    resume: () => recording.resume(),
    clear() {
      recording.clear();
      store.refusedFiles.value = [];
      store.dismissed.value = new Set();
      store.selected.value = null;
    },
    async changeSettings(settings: Settings) {
      recording.keepAfterNavigation = settings.keepAfterNavigation;
      store.settings.value = settings;
      store.storageRefused.value = !(await storage.set(settingsKey, settings));
    },
    reload: devtools && (() => devtools.inspectedWindow.reload()),
    revealInNetwork: devtools?.panels.revealInNetwork ?? null,
  };
}

async function openFiles(files: Iterable<File>, recording: Recording, store: Store): Promise<void> {
  for (const file of [...files]) {
    store.reading.value = file.name;
    await openFile(file, recording, store);
  }
  store.reading.value = null;
}

async function openFile(file: File, recording: Recording, store: Store): Promise<void> {
  const text = await textOf(file);
  if (text !== null) addHar(file.name, text, recording, store);
  else
    refuse(file.name, "The browser could not read this file: it may have moved, or be too big for one string.", store);
}

async function textOf(file: File): Promise<string | null> {
  try {
    return decoded(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** PowerShell's `>` writes UTF-16 with a byte order mark; every producer of HAR files writes UTF-8. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  return new TextDecoder(first === 0xff && second === 0xfe ? "utf-16le" : "utf-8").decode(bytes);
}

function addHar(name: string, text: string, recording: Recording, store: Store): void {
  try {
    recording.addFile(readHarFile(name, text));
  } catch (error) {
    if (!(error instanceof NotHarError)) throw error;
    refuse(name, error.message, store);
  }
}

function refuse(name: string, says: string, store: Store): void {
  store.refusedFiles.value = [...store.refusedFiles.value, { name, says }];
}
