import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { packagesFolder, sums } from "./places.ts";

/** Builds the packages again as a store's reviewer does, from their sources alone, and tells whether they are the same. */
export async function rebuildElsewhere(): Promise<boolean> {
  const elsewhere = await mkdtemp(join(tmpdir(), "apigw403-sources-"));
  try {
    await unpackSources(elsewhere);
    await symlink(resolve("node_modules"), join(elsewhere, "node_modules"));
    const program = ["--import", "tsx", "scripts/package.ts"];
    const { status } = spawnSync(process.execPath, program, { cwd: elsewhere, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) {
      console.error("The sources do not build by themselves. Only files that git tracks are among them.");
      return false;
    }
    const [here, there] = await Promise.all([".", elsewhere].map(sumsIn));
    console.log(
      here === there ? "Built again from the sources: the same bytes." : `Built again, they differ:\n${there}`,
    );
    return here === there;
  } finally {
    await rm(elsewhere, { recursive: true });
  }
}

function sumsIn(folder: string): Promise<string> {
  return readFile(join(folder, packagesFolder, sums), "utf8");
}

async function unpackSources(folder: string): Promise<void> {
  const archive = (await readdir(packagesFolder)).find((name) => name.endsWith("-sources.zip"));
  if (archive === undefined) throw new Error(`There is no archive of sources in ${packagesFolder}`);
  const zip = new ZipReader(new Uint8ArrayReader(await readFile(join(packagesFolder, archive))));
  for (const entry of await zip.getEntries()) {
    if (entry.directory) continue;
    const path = join(folder, entry.filename);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await entry.getData(new Uint8ArrayWriter()));
  }
}
