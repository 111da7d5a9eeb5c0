import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** In order of preference; where a snap may hide behind the name comes last, since it sees no temporary folder of ours. */
const places = [
  "/usr/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  chromium.executablePath(),
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
];

/**
 * The path of a Chromium that loads unpacked extensions, or null. Branded Chrome does not since version 137, so it is
 * not looked for. `CHROMIUM_PATH` names another one.
 */
export function findBrowser() {
  return process.env["CHROMIUM_PATH"] || (places.find((path) => existsSync(path) && starts(path)) ?? null);
}

/** Lacks no library, and is no script that only tells where to get the browser (Ubuntu's chromium-browser). */
function starts(/** @type {string} */ path) {
  // On Windows the browser has no such option, and would open a window.
  return process.platform === "win32" || spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}
