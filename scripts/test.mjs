import { ensureBrowser, ensureFirefox, ensurePackages, run } from "./set-up.mjs";

ensurePackages();
await ensureBrowser();
await ensureFirefox();

/** @type {readonly (readonly [name: string, program: string, ...parameters: string[]])[]} */
const phases = [
  ["types", "npx", "tsc", "--noEmit"],
  ["lint and format", "npx", "biome", "check", "."],
  ["layers", "npm", "run", "--silent", "layers"],
  ["docs/causes.md is fresh", "npm", "run", "--silent", "causes", "--", "--check"],
  ["unit", "npx", "vitest", "run"],
  ["build", "npx", "vite", "build", "--logLevel", "error"],
  ["size of the panel", "npm", "run", "--silent", "size"],
  ["build for Firefox", "npx", "vite", "build", "--logLevel", "error", "--mode", "firefox"],
  ["lint for Mozilla's store", "npx", "addons-linter", "build/firefox", "--warnings-as-errors"],
  ["end to end in Chromium", "npm", "run", "--silent", "e2e", "--", "--project=chromium"],
  // Where there is no Firefox every test fails for that one reason.
  ["end to end in Firefox", "npm", "run", "--silent", "e2e", "--", "--project=firefox", "--max-failures=5"],
];

let failed = 0;
for (const [name, program, ...parameters] of phases) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const passed = run(program, ...parameters);
  if (!passed) failed++;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${passed ? "passed" : "failed"} in ${seconds} s`);
}

console.log(`\n${phases.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
