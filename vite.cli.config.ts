import { chmodSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { thirdParties } from "./scripts/packages/third-parties.ts";

const outDir = "build/cli";
const fileName = "apigw403.js";

/** The command line as one file that needs nothing but Node. */
export default defineConfig({
  plugins: [executable(), thirdParties().tell()],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "src/cli/main.ts",
    outDir,
    target: "node20",
    rolldownOptions: {
      output: { entryFileNames: fileName, codeSplitting: false, banner: "#!/usr/bin/env node" },
    },
  },
});

function executable(): Plugin {
  return {
    name: "executable",
    closeBundle() {
      chmodSync(`${outDir}/${fileName}`, 0o755);
    },
  };
}
