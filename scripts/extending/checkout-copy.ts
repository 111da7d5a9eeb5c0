import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A copy of this checkout with a history of its own, where a test may do what a contributor does. */
export class CheckoutCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "apigw403-checkout-"));

  constructor() {
    const listed = execFileSync("git", ["ls-files", "-coz", "--exclude-standard"], { cwd: root, encoding: "utf8" });
    const deleted = execFileSync("git", ["ls-files", "-dz"], { cwd: root, encoding: "utf8" }).split("\0");
    const paths = listed.split("\0").filter((path) => path !== "" && !deleted.includes(path));
    for (const path of paths) cpSync(join(root, path), join(this.folder, path));
    symlinkSync(join(root, "node_modules"), join(this.folder, "node_modules"), "junction");
    this.git("init", "--quiet");
    // A folder is what .gitignore ignores, not a link to one.
    writeFileSync(join(this.folder, ".git/info/exclude"), "node_modules\n");
    this.commit("The checkout");
  }

  /** Writes a file, and the folders that it needs. */
  write(path: string, text: string): void {
    const whole = join(this.folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }

  /** Runs a line as a contributor's shell does. Vitest must not take itself for a part of this test. */
  run(line: string): { readonly ended: boolean; readonly printed: string } {
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(?:VITEST|TEST|NODE_ENV)/.test(name)),
    );
    const { status, stdout, stderr } = spawnSync(line, { cwd: this.folder, shell: true, encoding: "utf8", env });
    return { ended: status === 0, printed: `${stdout}\n${stderr}` };
  }

  git(...parameters: readonly string[]): string {
    const author = ["-c", "user.name=A contributor", "-c", "user.email=contributor@example.com"];
    return execFileSync("git", [...author, ...parameters], { cwd: this.folder, encoding: "utf8" });
  }

  commit(message: string): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
  }

  /** Takes back what was changed since the last commit. */
  reset(): void {
    this.git("reset", "--quiet", "--hard");
    this.git("clean", "--quiet", "--force", "-d");
  }

  /** What differs from the last commit, a path a line; empty where nothing does. */
  get changes(): string {
    return this.git("status", "--porcelain");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
