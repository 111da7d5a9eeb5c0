import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import manifest from "../../manifest.json" with { type: "json" };
import { findFirefox } from "../find-browser.mjs";
import {
  clipboardText,
  closeTab,
  evaluateInPage,
  type FirefoxWindow,
  filterNetwork,
  hasTool,
  importHar,
  openToolbox,
  type PageCode,
  pressToolbarButton,
  setTheme,
  showTool,
} from "./chrome.ts";
import { Marionette } from "./marionette.ts";
import { startNameRouter } from "./name-router.ts";

const tabTitle = "API Gateway 403";

const builtExtension = fileURLToPath(new URL("../../build/firefox", import.meta.url));

export interface FirefoxOptions {
  /** The local port to which each name leads. */
  portOf(name: string): number;
  /** Where the inspected page begins. */
  readonly url: string;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A page, in which code can be evaluated as if it were the page's own. */
export interface FirefoxPage {
  /** Runs a function that uses only its argument there, both as JSON; rejects with its error. */
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

/** A Firefox with the built extension, and its toolbox open on one page. */
export interface FirefoxDevtools {
  /** The inspected page. */
  readonly page: FirefoxPage;
  goto(url: string): Promise<void>;
  theme(name: "light" | "dark"): Promise<void>;
  /** Sets the filter of Firefox's own Network panel. */
  filterNetwork(text: string): Promise<void>;
  /** Imports a HAR file into Firefox's own Network panel; gives status and address of each request. */
  importHar(text: string): Promise<readonly string[]>;
  /** Shows the tab "API Gateway 403" of the toolbox. */
  showPanel(): Promise<FirefoxPage>;
  /** Presses the extension's toolbar button, and gives the tab that this opens. */
  openPlainTab(): Promise<FirefoxPage>;
  closePlainTab(): Promise<void>;
  clipboardText(): Promise<string>;
  /** The PNG of the whole window. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** Starts Firefox without a display and opens its toolbox on a page, with the extension built into build/firefox. */
export async function openFirefox(options: FirefoxOptions): Promise<FirefoxDevtools> {
  const router = await startNameRouter(options.portOf);
  const { width, height } = options.size ?? { width: 1400, height: 1000 };
  const firefox = start(temporaryProfile({ "network.socket.forcePort": `443=${router.port}` }), { width, height });
  const marionette = await Marionette.connect(await portOf(firefox));
  await marionette.send("WebDriver:NewSession", { acceptInsecureCerts: true });
  await marionette.send("Addon:Install", { path: builtExtension, temporary: true });
  await marionette.send("WebDriver:Navigate", { url: options.url });
  await marionette.send("Marionette:SetContext", { value: "chrome" });
  const inChrome = async <Argument, Result>(
    run: (window: FirefoxWindow, argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result> => {
    const script = `return (${run})(window, arguments[0]);`;
    const answer = await marionette.send("WebDriver:ExecuteScript", { script, args: [argument] });
    return (answer as { readonly value: Result }).value;
  };
  await inChrome(openToolbox, null);
  await until(() => inChrome(hasTool, tabTitle));
  const pageAt = (where: PageCode["where"]): FirefoxPage => ({
    async evaluate(run, argument) {
      const expression = `(async () => JSON.stringify(await (${run})(${JSON.stringify(argument)})))()`;
      const { value, error } = await inChrome(evaluateInPage, { where, expression });
      if (error !== undefined) throw new Error(error);
      return value === undefined ? undefined : JSON.parse(value);
    },
  });
  const panel = pageAt("panel");
  const page = pageAt("page");
  return {
    page,
    async goto(url) {
      await marionette.send("Marionette:SetContext", { value: "content" });
      await marionette.send("WebDriver:Navigate", { url });
      await marionette.send("Marionette:SetContext", { value: "chrome" });
    },
    theme: (name) => inChrome(setTheme, name),
    filterNetwork: (text) => inChrome(filterNetwork, text),
    importHar: (text) => inChrome(importHar, text),
    async showPanel() {
      await inChrome(showTool, tabTitle);
      await until(() => panel.evaluate(() => document.querySelector("#panel > *") !== null, null));
      return panel;
    },
    async openPlainTab() {
      await inChrome(pressToolbarButton, manifest.browser_specific_settings.gecko.id);
      await until(() => page.evaluate(() => document.querySelector("#panel > *") !== null, null));
      return page;
    },
    closePlainTab: () => inChrome(closeTab, null),
    clipboardText: () => inChrome(clipboardText, null),
    async screenshot() {
      const { value } = (await marionette.send("WebDriver:TakeScreenshot", { full: false })) as { value: string };
      return Buffer.from(value, "base64");
    },
    async close() {
      const exited = new Promise((resolve) => firefox.once("exit", resolve));
      await marionette.send("Marionette:Quit", { flags: ["eForceQuit"] });
      await Promise.all([exited, router.close()]);
      marionette.close();
    },
  };
}

/** https://searchfox.org/mozilla-central/source/modules/libpref/init/all.js, StaticPrefList.yaml */
function temporaryProfile(more: Readonly<Record<string, string>>): string {
  const profile = mkdtempSync(join(tmpdir(), "apigw403-firefox-"));
  process.once("exit", () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const preferences = {
    // 0 lets the operating system choose; Firefox says which on its standard output.
    "marionette.port": 0,
    "network.dns.forceResolve": "127.0.0.1",
    "devtools.theme": "light",
    "devtools.toolbox.footer.height": 620,
    ...more,
  };
  const lines = Object.entries(preferences).map((each) => `user_pref(${each.map((part) => JSON.stringify(part))});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  return profile;
}

function start(profile: string, { width, height }: { readonly width: number; readonly height: number }): ChildProcess {
  const path = findFirefox();
  if (path === null) throw new Error("No Firefox was found. Install one, or set FIREFOX_PATH to it.");
  const firefox = spawn(path, ["--headless", "--marionette", "--remote-allow-system-access", "--profile", profile], {
    env: { ...process.env, MOZ_HEADLESS_WIDTH: String(width), MOZ_HEADLESS_HEIGHT: String(height) },
    stdio: ["ignore", "pipe", "ignore"],
  });
  process.once("exit", () => firefox.kill("SIGKILL"));
  return firefox;
}

/** The port that Marionette says it listens on. What Firefox writes after that is read too, so that it never waits. */
function portOf(firefox: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    firefox.once("exit", () => reject(new Error("Firefox ended before it could be controlled")));
    firefox.once("error", reject);
    let written = "";
    firefox.stdout?.on("data", (bytes) => {
      written = (written + bytes).slice(-10_000);
      const [, port] = written.match(/Listening on port (\d+)\n/) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

/** Asks until the response is yes, for 20 seconds. Errors are no response: pages come and go while the toolbox opens. */
async function until(ask: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      if (await ask()) return;
    } catch (error) {
      last = error;
    }
    await wait(50);
  }
  throw new Error("Firefox did not get ready", { cause: last });
}
