import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mayRun, user } from "./consent.mjs";

/** Runs a program in the foreground; true where it ended well. */
export function run(/** @type {string} */ program, /** @type {readonly string[]} */ ...parameters) {
  // npm and npx are batch files on Windows, which only a shell starts.
  const shell = process.platform === "win32";
  return spawnSync(program, parameters, { stdio: "inherit", shell }).status === 0;
}

/** Installs the packages of the lock file, unless they are there and not older than it. */
export function ensurePackages() {
  const mark = "node_modules/.package-lock.json";
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  if (!run("npm", "ci", "--no-audit", "--no-fund")) stop("npm ci failed; its last lines say why.");
}

/** Finds a Chromium, or installs one: Playwright's, else the system's. Gives its path, or ends with one line. */
export async function ensureBrowser() {
  const { findBrowser } = await import("../e2e/find-browser.mjs");
  const found =
    findBrowser() || (installPlaywrights() && findBrowser()) || ((await installSystems("chromium")) && findBrowser());
  if (found) return found;
  return stop("No Chromium could be found or installed: install one and set CHROMIUM_PATH to it.");
}

/** Finds a Firefox, or installs the system's. Gives its path; null, and one line that says what to do, where it can't. */
export async function ensureFirefox() {
  const { findFirefox } = await import("../e2e/find-browser.mjs");
  const found = findFirefox() || ((await installSystems("firefox")) && findFirefox());
  if (found) return found;
  console.error("No Firefox could be found or installed: install one and set FIREFOX_PATH to it.");
  return null;
}

function installPlaywrights() {
  console.log("No Chromium is there: asking Playwright for one.");
  return run("npx", "playwright", "install", "chromium");
}

/** How each installs, and what it calls the browsers. */
const packageManagers = [
  {
    name: "apt-get",
    install: ["install", "-y", "--no-install-recommends"],
    packages: { chromium: "chromium", firefox: "firefox-esr" },
  },
  { name: "dnf", install: ["install", "-y"], packages: { chromium: "chromium", firefox: "firefox" } },
  { name: "pacman", install: ["-S", "--noconfirm"], packages: { chromium: "chromium", firefox: "firefox" } },
  { name: "apk", install: ["add"], packages: { chromium: "chromium", firefox: "firefox" } },
];

/** Only here something outside of the project is changed, so that the user is asked. */
async function installSystems(/** @type {"chromium" | "firefox"} */ browser) {
  const manager = packageManagers.find(({ name }) => isThere(name));
  if (manager === undefined) return false;
  const { name, install, packages } = manager;
  const installing = asRoot(name, ...install, packages[browser]);
  const commands = name === "apt-get" ? [asRoot(name, "update"), installing] : [installing];
  const shown = commands.map((words) => words.join(" ")).join(" && ");
  if (!(await mayRun(shown, user))) return false;
  console.log(`Running ${shown}`);
  // A list of packages that could not be renewed may do all the same.
  const ended = commands.map(runWords);
  return ended.at(-1) ?? false;
}

/** Who was asked can type a password; where nobody can, sudo must not wait for one. */
function asRoot(/** @type {readonly string[]} */ ...command) {
  if (process.getuid?.() === 0) return command;
  return user.isTerminal ? ["sudo", ...command] : ["sudo", "-n", ...command];
}

function runWords(/** @type {readonly string[]} */ [program = "", ...parameters]) {
  return run(program, ...parameters);
}

function isThere(/** @type {string} */ program) {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Ends with one line that says what to do.
 * @returns {never}
 */
export function stop(/** @type {string} */ says) {
  console.error(says);
  process.exit(1);
}
