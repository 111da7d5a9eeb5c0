import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import type { PackedFile } from "./zip.ts";

/** All files of a folder and of the folders in it. */
export function filesIn(folder: string): readonly PackedFile[] {
  return read(folder, globSync("**", { cwd: folder, dot: true }));
}

/**
 * The files that the packages are built from: those that git tracks, as they are in the folder. Without git, as in an
 * unpacked archive of them, all but those that .gitignore names.
 */
export function sourcesIn(root: string): readonly PackedFile[] {
  return read(root, existsSync(join(root, ".git")) ? tracked(root) : notIgnored(root));
}

function tracked(root: string): readonly string[] {
  const list = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  return list.split("\0").filter((path) => existsSync(join(root, path)) && path !== "");
}

function notIgnored(root: string): readonly string[] {
  const folders = readFileSync(join(root, ".gitignore"), "utf8").trim().split("\n");
  const ignore = folders.map((folder) => `**/${folder}**`);
  return globSync("**", { cwd: root, dot: true, followSymbolicLinks: false, ignore });
}

function read(folder: string, paths: readonly string[]): readonly PackedFile[] {
  return paths.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}
