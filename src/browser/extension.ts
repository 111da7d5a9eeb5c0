import browser from "webextension-polyfill";
import { finishedRequest } from "../capture/devtools/finished-request.ts";
import { pageFetch } from "./page-fetch.ts";
import { openPlainTab } from "./plain-tab.ts";
import type { DevtoolsPort, Extension, InspectedWindowPort, NetworkPort, PanelsPort, Theme } from "./ports.ts";

/** Parts that only one browser has, so that the shared types don't know them. */
interface DevtoolsBeyondTheStandard {
  readonly network: { getHAR(callback: (log: unknown) => void): Promise<unknown> | undefined };
  readonly inspectedWindow: {
    eval(
      expression: string,
      callback: (result: unknown, thrown: unknown) => void,
    ): Promise<readonly [result: unknown, thrown?: unknown]> | undefined;
  };
  readonly panels: {
    readonly network?: { show?: (options: { filter: string }) => Promise<void> };
    readonly onThemeChanged?: { addListener(listener: (theme: string) => void): void };
    setThemeChangeHandler?: (listener: (theme: string) => void) => void;
  };
}

/** Opens the browser's extension APIs for a page that DevTools opened. */
export function openExtension(): Extension & { readonly devtools: DevtoolsPort } {
  return { ...openPlainTab(), devtools: { network, panels: openPanels(), inspectedWindow } };
}

function beyondTheStandard(): DevtoolsBeyondTheStandard {
  return browser.devtools as unknown as DevtoolsBeyondTheStandard;
}

const inspectedWindow: InspectedWindowPort = {
  reload: () => void browser.devtools.inspectedWindow.reload(),
  async request(request) {
    const problem = await new Promise<unknown>((resolve) => {
      // As `getHAR` below: Chromium 156 replies by the callback alone.
      beyondTheStandard()
        .inspectedWindow.eval(pageFetch(request), (_, thrown) => resolve(thrown))
        ?.then(([, thrown]) => resolve(thrown), resolve);
    });
    return problem === undefined || problem === null ? null : pageRefuses;
  },
};

/** Browsers keep their own pages and those of their stores from extensions. */
const pageRefuses =
  "The inspected page cannot make requests for an extension: it is the browser's own, or shows an error.";

const network: NetworkPort = {
  onRequestFinished(listener) {
    browser.devtools.network.onRequestFinished.addListener((request) => listener(finishedRequest(request)));
  },
  onNavigated(listener) {
    browser.devtools.network.onNavigated.addListener(listener);
  },
  async getHAR() {
    const answer = await new Promise<unknown>((resolve) => {
      // Chromium before 151 has the callback alone, later ones and Firefox reply both ways.
      beyondTheStandard()
        .network.getHAR(resolve)
        ?.then(resolve, () => resolve(null));
    });
    return (logOf(answer)?.entries ?? []).map(finishedRequest);
  },
};

/** Chromium and Firefox hand out the `log` itself, a HAR file has it inside an object. */
function logOf(answer: unknown): { readonly entries?: readonly object[] } | null {
  if (typeof answer !== "object" || answer === null) return null;
  return "log" in answer ? logOf(answer.log) : answer;
}

/** Chromium says `default`, Firefox `light`. */
function themeOf(name: string): Theme {
  return name === "dark" ? "dark" : "light";
}

/**
 * Chromium keeps one theme handler for each extension (the last one set) and calls none for changes before it was set,
 * so it is set at once, by the hidden page alone, and the theme is remembered.
 */
function openPanels(): PanelsPort {
  const listeners = new Set<(theme: Theme) => void>();
  let theme = themeOf(browser.devtools.panels.themeName);
  const { onThemeChanged, setThemeChangeHandler } = beyondTheStandard().panels;
  const changed = (name: string) => {
    theme = themeOf(name);
    for (const listener of listeners) listener(theme);
  };
  if (onThemeChanged !== undefined) onThemeChanged.addListener(changed);
  else setThemeChangeHandler?.(changed);
  return {
    create,
    revealInNetwork: revealInNetwork(),
    theme: () => theme,
    onThemeChanged: (each) => listeners.add(each),
  };
}

async function create(title: string, page: string, onShown: (panelWindow: Window) => void): Promise<void> {
  const panel = await browser.devtools.panels.create(title, "/icons/icon-32.png", page);
  panel.onShown.addListener((panelWindow) => onShown(panelWindow as unknown as Window));
}

/** In Chromium 156 though in no documentation; `show` filters the Network panel. Firefox has nothing like it. */
function revealInNetwork(): PanelsPort["revealInNetwork"] {
  const show = beyondTheStandard().panels.network?.show;
  return show === undefined ? null : (filter) => void show({ filter });
}
