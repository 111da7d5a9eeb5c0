import { existsSync } from "node:fs";
import { glob, isDynamicPattern } from "tinyglobby";
import { standardInput } from "./open-files.ts";

/**
 * Lists the files that the arguments name, each once: a path as it is, a pattern as its sorted matches. A pattern without
 * matches stays, so that opening it says that there is no such file.
 */
export async function findFiles(named: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(named.map(matches));
  return [...new Set(found.flat())];
}

async function matches(named: string): Promise<readonly string[]> {
  if (named === standardInput || !isDynamicPattern(named) || existsSync(named)) return [named];
  const paths = await glob(named, { expandDirectories: false });
  return paths.length === 0 ? [named] : paths.toSorted();
}
