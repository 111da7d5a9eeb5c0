import type { Browser } from "webextension-polyfill";
import { chromium, firefox } from "./browsers.ts";
import type { Extension, StoragePort } from "./ports.ts";

/** In Manifest V3 both browsers reply with promises here (Chrome 88, Firefox 101), so that nothing has to be added. */
declare const chrome: Pick<Browser, "runtime" | "storage">;

/** Opens what an extension's page has that DevTools did not open. */
export function openPlainTab(): Extension {
  const isFirefox = chrome.runtime.getURL("").startsWith("moz-extension:");
  return { browser: isFirefox ? firefox : chromium, storage, devtools: null };
}

const storage: StoragePort = {
  async get(key) {
    try {
      return (await chrome.storage.local.get(key))[key];
    } catch {
      return undefined;
    }
  },
  async set(key, value) {
    try {
      await chrome.storage.local.set({ [key]: value });
      return true;
    } catch {
      return false;
    }
  },
};
