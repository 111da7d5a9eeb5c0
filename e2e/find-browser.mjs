import { existsSync } from "node:fs";
import { chromium } from "playwright";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium that loads unpacked extensions, or null. Branded Chrome does not since version 137, so it is
 * not looked for. `CHROMIUM_PATH` names another one.
 */
export function findBrowser() {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return named;
  return [...places, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}
