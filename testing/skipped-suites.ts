import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../test-results");

/**
 * Notes that a suite skips; `npm test` prints it at its end.
 * @param suite what is skipped, in words
 * @param missing what it needs and is not at hand
 */
export function noteSkipped(suite: string, missing: string): void {
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, "skipped-suites.txt"), `${suite} (needs ${missing})\n`);
}
