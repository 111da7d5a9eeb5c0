import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, chromium, type Page } from "playwright";
import { findBrowser } from "../e2e/find-browser.mjs";

const extension = join(import.meta.dirname, "../dist");

export interface ExtensionPage {
  readonly page: Page;
  /** The browser as a whole. */
  readonly browser: CDPSession;
  close(): Promise<void>;
}

/** Opens a page of the built extension in a new Chromium, or a blank one where `path` is null. */
export async function openExtension(path: string | null): Promise<ExtensionPage> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No Chromium was found. Set CHROMIUM_PATH.");
  const profile = mkdtempSync(join(tmpdir(), "apigw403-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      "--headless=new",
      "--no-first-run",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      // Chromium refuses to run as root inside its sandbox, as in most containers.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  // tsx gives functions their names by a helper, which pages that run such a function lack.
  await context.addInitScript({ content: "globalThis.__name ??= (named) => named;" });
  const page = await context.newPage();
  if (path !== null) await page.goto(`chrome-extension://${extensionId()}/${path}`);
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error("Chromium takes no debugger");
  return {
    page,
    browser,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chromium names an unpacked extension by the hash of its path, in the letters a to p. */
function extensionId(): string {
  const hash = createHash("sha256").update(extension).digest("hex").slice(0, 32);
  return hash.replaceAll(/./g, (digit) => String.fromCharCode("a".charCodeAt(0) + Number.parseInt(digit, 16)));
}
