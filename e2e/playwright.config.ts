import { defineConfig } from "playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  projects: [
    // Each worker runs a browser and a gateway of its own; two cores bear two of them.
    { name: "chromium", testMatch: "*.e2e.ts", workers: 2 },
    { name: "firefox", testMatch: "*.firefox.ts", workers: 1 },
  ],
});
