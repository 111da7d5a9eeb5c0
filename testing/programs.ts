import { execFileSync } from "node:child_process";
import { noteSkipped } from "./skipped-suites.ts";

/**
 * Whether a program is at hand; the suite is noted as skipped where it is not.
 * @param suite what is skipped without it, in words
 */
export function hasProgram(program: "aws" | "curl", suite: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    noteSkipped(suite, program);
    return false;
  }
}
