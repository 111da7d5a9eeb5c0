import { existsSync } from "node:fs";
import { join } from "node:path";
import { noteSkipped } from "./skipped-suites.ts";

const root = join(import.meta.dirname, "..");

/**
 * The path of test material that lies in `../shared`, beside the repository: files of real producers and suites of
 * others, whose licences differ. Null where it is not at hand; the suite is then noted as skipped.
 * @param suite what is skipped without it, in words
 */
export function materialBeside(path: string, suite: string): string | null {
  const found = join(root, "../shared", path);
  if (existsSync(found)) return found;
  noteSkipped(suite, "../shared");
  return null;
}
