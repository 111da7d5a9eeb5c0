import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Builds what is measured, as it is shipped. */
export function buildExtension(): void {
  spawnSync("npx", ["vite", "build", "--logLevel", "error"], { cwd: join(import.meta.dirname, "..") });
}
