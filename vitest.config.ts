import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,rules,panel,testing,scripts,e2e}/**/*.test.{ts,tsx}"],
    environment: "node",
    // Tests fail by what they assert, not by how busy the machine is.
    testTimeout: 60_000,
  },
});
