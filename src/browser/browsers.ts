import type { Browser } from "./ports.ts";

/** Chromium, Chrome and Edge (Chromium 156). */
export const chromium: Browser = {
  harCreator: "WebInspector",
  limits: {
    filtered: null,
    left: "Chromium hands over no request whose response was still arriving when the page navigated.",
    stopped: null,
    reveal: null,
  },
};

/** Firefox 153. */
export const firefox: Browser = {
  harCreator: "Firefox",
  limits: {
    filtered:
      "Firefox hands over only the requests that pass the Network panel's filter: clear that filter if something is missing.",
    left: "Firefox may not hand over a request that ended within a tenth of a second before the page navigated.",
    stopped: "Firefox tells extensions of a refused preflight, but not of the request behind it.",
    reveal: "Firefox lets no extension show a request in the Network panel.",
  },
};
