import { existsSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser, ensureFirefox, ensurePackages, run, stop } from "./set-up.mjs";

const chromiumPhases = ["end to end: the demo of npm start", "end to end in Chromium"];

/**
 * `npm test` runs all phases, `npm test -- check`, `chromium` or `firefox` a part of them with what it stands on.
 * @type {Readonly<Record<string, (phase: string) => boolean>>}
 */
const parts = {
  all: () => true,
  check: (phase) => !phase.startsWith("end to end"),
  chromium: (phase) => ["build", "build of the web page", ...chromiumPhases].includes(phase),
  firefox: (phase) => ["build for Firefox", "end to end in Firefox"].includes(phase),
};
const [part = "all"] = process.argv.slice(2).filter((each) => each !== "--yes");
const isOfPart = parts[part] ?? stop(`There is no part "${part}": ${Object.keys(parts).join(", ")}.`);

ensurePackages();
if (isOfPart("end to end in Chromium")) await ensureBrowser();
if (isOfPart("end to end in Firefox")) await ensureFirefox();

/** @type {readonly (readonly [name: string, program: string, ...parameters: string[]])[]} */
const allPhases = [
  ["types", "npx", "tsc", "--noEmit"],
  ["lint and format", "npx", "biome", "check", "."],
  ["unused exports", "npm", "run", "--silent", "unused"],
  ["unit", "npx", "vitest", "run"],
  ["build", "npx", "vite", "build", "--logLevel", "error"],
  ["size of the panel", "npm", "run", "--silent", "size"],
  ["build for Firefox", "npx", "vite", "build", "--logLevel", "error", "--mode", "firefox"],
  ["build of the web page", "npm", "run", "--silent", "build:web", "--", "--logLevel", "error"],
  ["lint for Mozilla's store", "npx", "addons-linter", "build/firefox", "--warnings-as-errors"],
  ["packages", "npm", "run", "--silent", "package", "--", "--rebuild"],
  ["end to end: the demo of npm start", "npx", "tsx", "e2e/demo.ts", "--text"],
  // Where the browser itself is the trouble, every test fails for that one reason.
  ["end to end in Chromium", "npm", "run", "--silent", "e2e", "--", "--project=chromium", "--max-failures=20"],
  ["end to end in Firefox", "npm", "run", "--silent", "e2e", "--", "--project=firefox", "--max-failures=5"],
];
const phases = allPhases.filter(([name]) => isOfPart(name));
/** What the later phases stand on: after one of these has failed they would fail for its reason, minutes each. */
const foundations = ["build", "build for Firefox", "build of the web page"];

/** Suites note here that they skipped (testing/skipped-suites.ts). */
const skippedSuites = "test-results/skipped-suites.txt";
rmSync(skippedSuites, { force: true });

const failed = [];
let passed = 0;
for (const [name, program, ...parameters] of phases) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const ended = run(program, ...parameters);
  if (ended) passed++;
  else failed.push(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${ended ? "passed" : "failed"} in ${seconds} s`);
  if (!ended && foundations.includes(name)) break;
}

console.log(`\n${passed} passed, ${failed.length} failed, ${phases.length - passed - failed.length} skipped`);
if (failed.length > 0) console.log(`Failed: ${failed.join("; ")}`);
if (existsSync(skippedSuites)) {
  const suites = new Set(readFileSync(skippedSuites, "utf8").trim().split("\n"));
  console.log(`Skipped: ${[...suites].join("; ")}`);
}
process.exitCode = failed.length === 0 ? 0 : 1;
