import { defineConfig } from "playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  // A browser with DevTools, its page and the gateway keep two cores busy.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  projects: [
    { name: "chromium", testMatch: "*.e2e.ts" },
    { name: "firefox", testMatch: "*.firefox.ts" },
  ],
});
