// Lets Playwright 1.65 list DevTools among the pages; undocumented, so it stands in this one file. It must be set
// before Playwright is loaded.
process.env["PW_CHROMIUM_ATTACH_TO_OTHER"] = "1";

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Frame, Page } from "playwright";
import { chromiumHere } from "./chromium-here.ts";

const tabTitle = "API Gateway 403";

const builtExtension = fileURLToPath(new URL("../dist", import.meta.url));

export interface DevtoolsOptions {
  /** Chromium's --host-resolver-rules. */
  readonly hostRules: string;
  /** The folder of another build than the one in dist/. */
  readonly extension?: string;
  /** Folders of extensions that are loaded beside it. */
  readonly others?: readonly string[];
  /** A profile to go on with; a new one that is removed at the end otherwise. */
  readonly profile?: string;
  readonly headless?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  /** Where the inspected page begins. */
  readonly url?: string;
  /** A file for Chromium's own log of everything that any part of it sends; complete after `close`. */
  readonly netLog?: string;
}

/** A Chromium with the built extension, and DevTools open on one page. */
export interface Devtools {
  readonly context: BrowserContext;
  /** The inspected page. */
  readonly page: Page;
  /** DevTools' own front end, for screenshots. */
  readonly frontend: Page;
  readonly extensionId: string;
  /** Chooses DevTools' own theme, as its settings do. */
  theme(name: "light" | "dark"): Promise<void>;
  /** Moves DevTools to a side of the window, or into a window of their own. */
  dock(side: "undocked" | "right" | "bottom"): Promise<void>;
  /** Shows DevTools' own Network panel in place of ours. */
  showNetwork(): Promise<void>;
  /** Shows the tab "API Gateway 403" and gives its document. */
  showPanel(): Promise<Frame>;
  /** Resolves to DevTools opened on the same page once more, after those of before were closed. */
  openAgain(): Promise<Devtools>;
  close(): Promise<void>;
}

/** Starts Chromium and opens DevTools on a page, with the built extension loaded. */
export async function openDevtools(options: DevtoolsOptions): Promise<Devtools> {
  const { chromium } = await import("playwright");
  const { executablePath, args } = chromiumHere();
  const profile = options.profile ?? temporaryProfile();
  const extensions = [options.extension ?? builtExtension, ...(options.others ?? [])].join(",");
  const { width, height } = options.size ?? { width: 1400, height: 760 };
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: null,
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      ...(options.headless === false ? [] : ["--headless=new"]),
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--ignore-certificate-errors",
      `--window-size=${width},${height}`,
      `--host-resolver-rules=${options.hostRules}`,
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      "--auto-open-devtools-for-tabs",
      ...(options.netLog === undefined ? [] : [`--log-net-log=${options.netLog}`]),
      ...args,
    ],
  });
  const page = context.pages().find((each) => !each.url().startsWith("devtools:")) ?? (await context.newPage());
  const devtools = await devtoolsOf(context, page);
  if (options.url !== undefined) await page.goto(options.url);
  return devtools;
}

/** The DevTools that are open on a page, once they are ready. */
async function devtoolsOf(context: BrowserContext, page: Page): Promise<Devtools> {
  const frontend = await frontendOf(context);
  const devtoolsPage = await frameOf(frontend, /^chrome-extension:\/\/[a-p]+\/src\/devtools\//);
  await untilReady(frontend);
  return {
    context,
    page,
    frontend,
    extensionId: new URL(devtoolsPage.url()).hostname,
    theme: (name) => setTheme(frontend, name),
    dock: (side) => dock(frontend, side),
    showNetwork: () => showTab(frontend, "Network"),
    showPanel: () => showPanel(frontend),
    openAgain: async () => {
      await openOn(context, page);
      return devtoolsOf(context, page);
    },
    close: () => context.close(),
  };
}

/** Removed at the end of the process, since Ctrl+C ends the demo without a word to us. */
function temporaryProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), "apigw403-"));
  process.once("exit", () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  return profile;
}

/** As F12 does, which no page can press. */
async function openOn(context: BrowserContext, page: Page): Promise<void> {
  const { targetInfo } = await (await context.newCDPSession(page)).send("Target.getTargetInfo");
  const browser = await context.browser()?.newBrowserCDPSession();
  await browser?.send("Target.openDevTools", { targetId: targetInfo.targetId });
}

async function frontendOf(context: BrowserContext): Promise<Page> {
  const isFrontend = (page: Page) => page.url().startsWith("devtools://devtools/bundled/");
  const found = context.pages().find(isFrontend);
  return found ?? (await context.waitForEvent("page", { predicate: isFrontend, timeout: 20_000 }));
}

/**
 * Waits for a frame of DevTools: extension pages appear some moments after the front end.
 * @param bringUp is done before each look
 */
async function frameOf(frontend: Page, url: RegExp, bringUp: () => Promise<void> = async () => {}): Promise<Frame> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    await bringUp();
    const found = frontend.frames().find((frame) => url.test(frame.url()));
    if (found !== undefined) return found;
    await frontend.evaluate(() => new Promise(requestAnimationFrame));
  }
  const urls = frontend.frames().map((frame) => frame.url());
  throw new Error(`DevTools show no frame ${url}; there are ${urls.join(", ")}`);
}

/** Chooses a tab once it is there: while DevTools start, an extension's can be away again for a moment (Chromium 156). */
async function showTab(frontend: Page, title: string): Promise<void> {
  await frontend.waitForFunction(async (wanted) => {
    const legacy = "./ui/legacy/legacy.js";
    const { InspectorView } = await import(legacy);
    const view = InspectorView.InspectorView.instance();
    const tab = view.tabbedPane.tabs.find((each: { readonly title: string }) => each.title === wanted);
    if (tab === undefined) return false;
    await view.showPanel(tab.id);
    return true;
  }, title);
}

/** DevTools that start may show another tab after ours was chosen, so it is chosen until its document is there. */
async function showPanel(frontend: Page): Promise<Frame> {
  const choose = () => showTab(frontend, tabTitle);
  const panel = await frameOf(frontend, /^chrome-extension:\/\/[a-p]+\/panel\//, choose);
  await panel.waitForSelector("#panel > *");
  return panel;
}

/**
 * Waits until the extension has added its tab, and until DevTools' own start has selected one: selected earlier, ours
 * would be left again. Asks the front end's own private modules (Chromium 156).
 */
async function untilReady(frontend: Page): Promise<void> {
  await frontend.waitForFunction(async (wanted) => {
    const legacy = "./ui/legacy/legacy.js";
    const { InspectorView } = await import(legacy);
    const { tabs, selectedTabId } = InspectorView.InspectorView.instance().tabbedPane;
    return Boolean(selectedTabId) && tabs.some((tab: { readonly title: string }) => tab.title === wanted);
  }, tabTitle);
}

async function setTheme(frontend: Page, name: string): Promise<void> {
  await frontend.evaluate(async (wanted) => {
    const common = "./core/common/common.js";
    const { Settings } = await import(common);
    Settings.Settings.instance()
      .moduleSetting("ui-theme")
      .set(wanted === "light" ? "default" : wanted);
  }, name);
}

async function dock(frontend: Page, side: string): Promise<void> {
  await frontend.evaluate(async (wanted) => {
    const legacy = "./ui/legacy/legacy.js";
    const { DockController } = await import(legacy);
    DockController.DockController.instance().setDockSide(wanted);
  }, side);
}
