import { defineConfig } from "playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  // Each worker runs a browser and a gateway of its own; two cores bear two of them.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  projects: [
    { name: "chromium", testMatch: "*.e2e.ts" },
    // All tests share one Firefox.
    { name: "firefox", testMatch: "*.firefox.ts", workers: 1 },
  ],
});
