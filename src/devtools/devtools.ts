import { openExtension } from "../browser/extension.ts";
import { collect } from "../capture/devtools/collect.ts";
import { settingsFrom, settingsKey } from "../session/settings.ts";
import { connect, endOf, startWorker } from "../worker/connect.ts";
import { unlessEnded } from "../worker/reject-at-end.ts";

/**
 * The hidden page, which lives as long as DevTools are open. It collects from the first moment; the panel's own page does
 * not exist before its tab is shown for the first time (Chromium 156, Firefox 153).
 */
const extension = openExtension();
const worker = startWorker();
const ended = endOf(worker);
const service = connect(worker, ended);
const { devtools } = extension;

const producer = { name: extension.browser.harCreator, version: "", live: true };

const sink = {
  addLive: (...request: Parameters<typeof service.addLive>) => unlessEnded(service.addLive(...request)),
  setBody: (...body: Parameters<typeof service.setBody>) => unlessEnded(service.setBody(...body)),
  navigated: (url: string) => unlessEnded(service.navigated(url)),
};

collect(devtools.network, sink, producer);
unlessEnded(service.setSettings(settingsFrom(await extension.storage.get(settingsKey))));
await devtools.panels.create("API Gateway 403", "/panel/index.html?devtools", (panelWindow) => {
  Object.assign(panelWindow, { handover: { worker, ended, extension } });
  panelWindow.dispatchEvent(new Event("handover"));
});
