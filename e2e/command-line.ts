import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** The recording that the panel shows to those who have none. */
export const example = join(root, "panel/example.har");

/** What the command line writes of a file in a format. */
export function apigw403(file: string, format: string): string {
  const program = ["--import", "tsx", join(root, "src/cli/main.ts")];
  return spawnSync(process.execPath, [...program, file, "--format", format], { cwd: root, encoding: "utf8" }).stdout;
}
