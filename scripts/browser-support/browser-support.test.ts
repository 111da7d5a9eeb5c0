import { readdir, readFile } from "node:fs/promises";
import { build, type Rolldown } from "vite";
import { describe, expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import { featuresOfExtension, featuresOfManifest } from "./extension-features.ts";
import { type Minimum, missingIn } from "./feature.ts";
import { featuresOfScripts } from "./script-features.ts";
import { featuresOfStyle } from "./style-features.ts";

const chromium = Number(manifest.minimum_chrome_version);
const firefox = Number.parseInt(manifest.browser_specific_settings.gecko.strict_min_version, 10);

/** Edge has Chromium's version numbers. */
const minimums: readonly (Minimum & { readonly mode: string })[] = [
  { browser: "chrome", version: chromium, mode: "production" },
  { browser: "edge", version: chromium, mode: "production" },
  { browser: "firefox", version: firefox, mode: "firefox" },
];

/** What is found in the scripts and needs no browser to have it. */
const needless = new Set([
  // Preact Signals names a method by it; without it the method is called "undefined", and nobody calls it.
  "Symbol.dispose",
  // Preact asks whether it is there.
  ".moveBefore",
  // zip.js takes a symbol of its own without it.
  "Symbol.asyncDispose",
  // Noble's hashes ask whether they are there.
  ".toHex",
  "Uint8Array.fromHex",
  // `browser.storage.local`, an extension API and no part of the platform.
  ".local",
]);

async function built(mode: string): Promise<Rolldown.RolldownOutput["output"]> {
  const options = { mode, logLevel: "error", build: { write: false, minify: false } } as const;
  return ((await build(options)) as Rolldown.RolldownOutput).output;
}

function isScript(file: { readonly fileName: string }): boolean {
  return file.fileName.endsWith(".js");
}

describe.each(minimums)("the oldest $browser that the manifest allows, $version,", ({ mode, ...minimum }) => {
  it("has everything that the scripts and styles use", async () => {
    const files = (await built(mode)).map((file) => ({
      fileName: file.fileName,
      text: String(file.type === "chunk" ? file.code : file.source),
    }));
    const scripts = featuresOfScripts(files.filter(isScript).map(({ text }) => text));
    const styles = files
      .filter(({ fileName }) => fileName.endsWith(".css"))
      .flatMap(({ text }) => featuresOfStyle(text));
    expect(scripts.length).toBeGreaterThan(1000);
    expect(styles.length).toBeGreaterThan(500);
    expect(missingIn(minimum, scripts).filter((name) => !needless.has(name))).toEqual([]);
    expect(missingIn(minimum, styles)).toEqual([]);
  });

  it("has the extension APIs and the keys of the manifest", async () => {
    const folder = new URL("../../src/browser/", import.meta.url);
    const names = (await readdir(folder)).filter((name) => !name.endsWith(".test.ts"));
    const sources = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
    const apis = sources.flatMap(featuresOfExtension);
    expect(apis.length).toBeGreaterThan(5);
    expect(missingIn(minimum, apis)).toEqual([]);
    const { minimum_chrome_version, browser_specific_settings, ...keys } = manifest;
    expect(missingIn(minimum, featuresOfManifest(keys))).toEqual([]);
  });
});
