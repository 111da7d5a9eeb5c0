import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** In order of preference; where a snap may hide behind the name comes last, since it sees no temporary folder of ours. */
const chromiums = [
  "/usr/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  chromium.executablePath(),
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
];

const firefoxes = [
  "/usr/bin/firefox-esr",
  "/usr/lib/firefox/firefox",
  "/usr/lib64/firefox/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  "/usr/bin/firefox",
];

/**
 * The path of a Chromium that loads unpacked extensions, or null. Branded Chrome does not since version 137, so it is
 * not looked for. `CHROMIUM_PATH` names another one.
 */
export function findBrowser() {
  return process.env["CHROMIUM_PATH"] || firstThatStarts(chromiums);
}

/**
 * The path of a Firefox, or null. Playwright's own is not looked for: its toolbox can't be reached. `FIREFOX_PATH`
 * names another one.
 */
export function findFirefox() {
  return process.env["FIREFOX_PATH"] || firstThatStarts(firefoxes);
}

function firstThatStarts(/** @type {readonly string[]} */ places) {
  return places.find((path) => existsSync(path) && starts(path)) ?? null;
}

/** Lacks no library, and is no script that only tells where to get the browser (Ubuntu's chromium-browser). */
function starts(/** @type {string} */ path) {
  // On Windows the browser has no such option, and would open a window.
  return process.platform === "win32" || spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}
