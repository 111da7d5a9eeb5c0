import { findBrowser } from "./find-browser.mjs";

/** What Playwright has to know to start the Chromium of this machine. Throws where there is none. */
export function chromiumHere(): { readonly executablePath: string; readonly args: readonly string[] } {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error("No Chromium was found. Set CHROMIUM_PATH, or run: npx playwright install chromium");
  // Chromium refuses to run as root inside its sandbox, as in most containers.
  return { executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] };
}
