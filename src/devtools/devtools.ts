import { openExtension } from "../browser/extension.ts";
import { Recording } from "../session/recording.ts";
import { settingsFrom, settingsKey } from "../session/settings.ts";
import { collect } from "./collect.ts";

/**
 * The hidden page that lives as long as DevTools are open. It collects from the first moment and hands what it has to
 * the panel, whose own page does not exist before its tab is shown for the first time (Chromium 156, Firefox 153).
 */
const extension = openExtension();
const recording = new Recording();
const { devtools } = extension;

if (devtools === null) throw new Error("devtools.html was not opened by DevTools");

const producer = {
  name: extension.browserName === "firefox" ? "Firefox" : "WebInspector",
  version: "",
  live: true,
} as const;

collect(devtools.network, recording, producer);
recording.keepAfterNavigation = settingsFrom(await extension.storage.get(settingsKey)).keepAfterNavigation;
await devtools.panels.create("API Gateway 403", "/panel/index.html?devtools", (panelWindow) => {
  Object.assign(panelWindow, { handover: { recording, extension } });
  panelWindow.dispatchEvent(new Event("handover"));
});
