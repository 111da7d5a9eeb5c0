import { defineConfig } from "vitest/config";

/** Tests of the panel's views run in one light DOM, which each leaves as it was; everything else needs none. */
const views = "panel/**/*.test.tsx";

export default defineConfig({
  test: {
    // Tests fail by what they assert, not by how busy the machine is.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "plain", environment: "node", include: ["{src,rules,panel,testing,scripts,e2e}/**/*.test.ts"] },
      },
      { extends: true, test: { name: "views", environment: "happy-dom", isolate: false, include: [views] } },
    ],
  },
});
