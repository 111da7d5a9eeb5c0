import { appendFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Where suites note that they skipped; `npm test` prints it at its end. */
const skippedSuites = join(root, "test-results/skipped-suites.txt");

/**
 * The path of test material that lies in `../shared`, beside the repository: files of real producers and suites of
 * others, whose licences differ. Null where it is not at hand; the suite is then noted as skipped.
 * @param suite what is skipped without it, in words
 */
export function materialBeside(path: string, suite: string): string | null {
  const found = join(root, "../shared", path);
  if (existsSync(found)) return found;
  mkdirSync(join(root, "test-results"), { recursive: true });
  appendFileSync(skippedSuites, `${suite}\n`);
  return null;
}
