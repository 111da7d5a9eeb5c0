import { chromium } from "./browsers.ts";
import type { Extension, StoragePort } from "./ports.ts";

/** Opens what a web page has, where no extension is: it reads files, and what DevTools keep back does not concern it. */
export function openPlainPage(): Extension {
  return { browser: chromium, storage, devtools: null };
}

/** Other pages of the server share the storage. */
const ours = "api-gateway-403:";

/** The browser may refuse a page any storage; then already naming it throws. */
const storage: StoragePort = {
  async get(key) {
    try {
      return JSON.parse(localStorage.getItem(ours + key) ?? "null");
    } catch {
      return undefined;
    }
  },
  async set(key, value) {
    try {
      localStorage.setItem(ours + key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
};
