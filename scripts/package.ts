import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import packageJson from "../package.json" with { type: "json" };
import { filesIn, sourcesIn } from "./packages/files.ts";
import { packagesFolder, sums } from "./packages/places.ts";
import { brokenPromises } from "./packages/promises.ts";
import { rebuildElsewhere } from "./packages/rebuild.ts";
import { type PackedFile, zipOf } from "./packages/zip.ts";

/**
 * `npm run package` builds what the stores are given, and its sources, into build/packages. With `--rebuild` it is built
 * again from the archive of the sources in another folder, and fails where one byte differs.
 */
const { name, version } = packageJson;

const extension = "vite.config.ts";

const builds = [
  { of: "chromium", configFile: extension, mode: "production", folder: "dist" },
  { of: "firefox", configFile: extension, mode: "firefox", folder: "build/firefox" },
  { of: "web", configFile: "vite.web.config.ts", mode: "production", folder: "build/web" },
] as const;

await rm(packagesFolder, { recursive: true, force: true });
await mkdir(packagesFolder, { recursive: true });
const lines = [await pack("sources", sourcesIn("."))];
for (const { of, configFile, mode, folder } of builds) {
  await build({ configFile, mode, logLevel: "error" });
  const files = filesIn(folder);
  const broken = brokenPromises(files);
  if (broken.length > 0) throw new Error(`The package for ${of} breaks a promise:\n${broken.join("\n")}`);
  lines.push(await pack(of, files));
}
await writeFile(join(packagesFolder, sums), lines.join(""));
console.log(lines.join("").trim());
if (process.argv.includes("--rebuild")) process.exitCode = (await rebuildElsewhere()) ? 0 : 1;

/** Writes a package; gives its line as `sha256sum --check` reads it. */
async function pack(of: string, files: readonly PackedFile[]): Promise<string> {
  const zip = await zipOf(files);
  const file = `${name}-${version}-${of}.zip`;
  await writeFile(join(packagesFolder, file), zip);
  return `${createHash("sha256").update(zip).digest("hex")}  ${file}\n`;
}
