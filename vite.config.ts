import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import { defineConfig } from "vite";
import manifest from "./manifest.json" with { type: "json" };
import packageJson from "./package.json" with { type: "json" };
import { leaveOut } from "./scripts/packages/leave-out.ts";
import { thirdParties } from "./scripts/packages/third-parties.ts";

/**
 * The unpacked extension: in dist/ for Chromium, with `--mode firefox` in build/firefox/. crxjs finds pages by the
 * manifest; the panel is named by script alone.
 */
export default defineConfig(({ mode }) => {
  const browser = mode === "firefox" ? "firefox" : "chrome";
  const others = thirdParties();
  return {
    // What reads archives is a part of its own, which the examiner's Worker loads when one is opened.
    worker: { format: "es", plugins: () => [leaveOut(), others.noteWorkers()] },
    plugins: [leaveOut(), crx({ manifest: manifestFor(browser) as ManifestV3Export, browser }), others.tell()],
    build: {
      outDir: browser === "firefox" ? "build/firefox" : "dist",
      target: "es2022",
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { panel: "panel/index.html" } },
    },
  };
});

/** The version is package.json's. Firefox 153 has no background service workers, but scripts in their place. */
function manifestFor(browser: "chrome" | "firefox") {
  const { background, minimum_chrome_version, browser_specific_settings, ...both } = manifest;
  const { version } = packageJson;
  if (browser === "chrome") return { ...both, version, background, minimum_chrome_version };
  const { service_worker, type } = background;
  return { ...both, version, background: { scripts: [service_worker], type }, browser_specific_settings };
}
