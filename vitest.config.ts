import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,rules,panel,scripts,e2e}/**/*.test.{ts,tsx}"],
    environment: "node",
  },
});
