import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { changesOf, logFormat, withVersion } from "./changelog.ts";
import { nextVersion } from "./next-version.ts";

/**
 * `npm run release -- <patch|minor|major|1.2.3>`: makes the version's commit and tag here, and pushes nothing. Where
 * it refuses, nothing has changed.
 */
const changedFiles = ["package.json", "package-lock.json", "CHANGELOG.md"];

function release(asked: string): void {
  if (git("symbolic-ref", "--short", "HEAD") !== "main") throw new Error("Versions are made on the branch main.");
  if (git("status", "--porcelain") !== "") throw new Error("Files have changed: commit or put them away (git status).");
  const tags = git("tag", "--list", "v*").split("\n");
  const { version: current } = JSON.parse(readFileSync("package.json", "utf8"));
  const version = nextVersion(current, asked, tags);
  const since = tags.includes(`v${current}`) ? [`v${current}..HEAD`] : [];
  const changes = changesOf(git("log", "--no-merges", `--format=${logFormat}`, ...since));
  const today = new Date().toISOString().slice(0, 10);
  const changelog = withVersion(readFileSync("CHANGELOG.md", "utf8"), version, today, changes);
  try {
    npm("version", version, "--no-git-tag-version", "--allow-same-version", "--ignore-scripts");
    writeFileSync("CHANGELOG.md", changelog);
    npm("run", "package");
    git("commit", "--quiet", "--message", `Release ${version}`, "--", ...changedFiles);
  } catch (failure) {
    git("restore", "--staged", "--worktree", "--", ...changedFiles);
    throw failure;
  }
  git("tag", "--annotate", `v${version}`, "--message", `Version ${version}`);
  process.stdout.write(`Version ${version} is committed and tagged here: look at it with git show.
To publish it: git push --atomic origin main v${version}
`);
}

function git(...parameters: readonly string[]): string {
  return execFileSync("git", parameters, { encoding: "utf8" }).trimEnd();
}

function npm(...parameters: readonly string[]): void {
  // npm is a batch file on Windows, which only a shell starts.
  execFileSync("npm", parameters, { stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
}

const [asked, ...more] = process.argv.slice(2);
try {
  if (asked === undefined || more.length > 0) throw new Error("Usage: npm run release -- <patch|minor|major|1.2.3>");
  release(asked);
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
