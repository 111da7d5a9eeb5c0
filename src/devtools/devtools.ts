import { openExtension } from "../browser/extension.ts";
import { collect } from "../capture/devtools/collect.ts";
import { settingsFrom, settingsKey } from "../session/settings.ts";
import { connect, endOf, startWorker } from "../worker/connect.ts";

/**
 * The hidden page that lives as long as DevTools are open. It collects from the first moment, for an
 * examiner that the panel asks too; the panel's own page does not exist before its tab is shown for the first time
 * (Chromium 156, Firefox 153).
 */
const extension = openExtension();
const worker = startWorker();
const ended = endOf(worker);
const examiner = connect(worker);
const { devtools } = extension;

const producer = { name: extension.browser.harCreator, version: "", live: true };

collect(devtools.network, examiner, producer);
void examiner.setSettings(settingsFrom(await extension.storage.get(settingsKey)));
await devtools.panels.create("API Gateway 403", "/panel/index.html?devtools", (panelWindow) => {
  Object.assign(panelWindow, { handover: { worker, ended, extension } });
  panelWindow.dispatchEvent(new Event("handover"));
});
