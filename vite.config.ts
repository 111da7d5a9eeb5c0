import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import { defineConfig } from "vite";
import manifest from "./manifest.json" with { type: "json" };
import packageJson from "./package.json" with { type: "json" };

/** The unpacked extension in dist/. crxjs finds pages by the manifest; the panel is named by script alone. */
export default defineConfig({
  plugins: [crx({ manifest: { ...manifest, version: packageJson.version } as ManifestV3Export })],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { panel: "panel/index.html" } },
  },
});
