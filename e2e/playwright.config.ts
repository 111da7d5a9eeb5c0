import { defineConfig } from "playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  outputDir: "../test-results",
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  projects: [
    // Each worker runs a browser and a gateway of its own; two cores bear two of them.
    { name: "chromium", testIgnore: "firefox/**", workers: 2 },
    { name: "firefox", testDir: "firefox", workers: 1 },
  ],
});
