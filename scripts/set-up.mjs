import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

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
  const found = findBrowser() || (installPlaywrights() && findBrowser()) || (installSystems() && findBrowser());
  if (found) return found;
  return stop("No Chromium could be found or installed: install one and set CHROMIUM_PATH to it.");
}

function installPlaywrights() {
  console.log("No Chromium is there: asking Playwright for one.");
  return run("npx", "playwright", "install", "chromium");
}

/** @type {readonly (readonly [name: string, ...install: string[]])[]} */
const packageManagers = [
  ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ["dnf", "install", "-y", "chromium"],
  ["pacman", "-S", "--noconfirm", "chromium"],
  ["apk", "add", "chromium"],
];

function installSystems() {
  const manager = packageManagers.find(([name]) => isThere(name));
  if (manager === undefined) return false;
  const [name, ...install] = manager;
  console.log(`Playwright had none for this system: asking ${name}.`);
  if (name === "apt-get") runAsRoot(name, "update");
  return runAsRoot(name, ...install);
}

function runAsRoot(/** @type {string} */ program, /** @type {readonly string[]} */ ...parameters) {
  return process.getuid?.() === 0 ? run(program, ...parameters) : run("sudo", "-n", program, ...parameters);
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
