import type { Browser } from "./ports.ts";

/** Chromium, Chrome and Edge (Chromium 156). */
export const chromium: Browser = {
  harCreator: "WebInspector",
  limits: { filtered: null, stopped: null, reveal: null },
};

/** Firefox 153. */
export const firefox: Browser = {
  harCreator: "Firefox",
  limits: {
    filtered:
      "Firefox hands over only the requests that pass the Network panel's filter: clear that filter if something is missing.",
    stopped: "Firefox tells extensions of a refused preflight, but not of the request behind it.",
    reveal: "Firefox lets no extension show a request in the Network panel.",
  },
};
