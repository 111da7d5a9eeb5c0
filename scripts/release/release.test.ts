import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

/** The script, run as `npm run release` runs it, in a clone of a small repository that packages as it is told. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const script = join(import.meta.dirname, "run.ts");
const identity = { name: "release test", email: "release-test@example.com" };
const env = {
  ...process.env,
  GIT_AUTHOR_NAME: identity.name,
  GIT_AUTHOR_EMAIL: identity.email,
  GIT_COMMITTER_NAME: identity.name,
  GIT_COMMITTER_EMAIL: identity.email,
};
let folder: string;
let origin: string;
let clone: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "release-"));
  origin = join(folder, "origin");
  clone = join(folder, "clone");
  execFileSync("git", ["init", "--quiet", "--initial-branch=main", origin]);
  const packaged = { name: "released", version: "0.1.0", scripts: { package: "node package.cjs" } };
  const locked = { name: "released", version: "0.1.0", lockfileVersion: 3, packages: { "": packaged } };
  writeFileSync(join(origin, "package.json"), JSON.stringify(packaged, null, 2));
  writeFileSync(join(origin, "package-lock.json"), JSON.stringify(locked, null, 2));
  writeFileSync(join(origin, "package.cjs"), "");
  writeFileSync(join(origin, "CHANGELOG.md"), "# Changelog\n\n## Unreleased\n\nThe first version.\n");
  git(origin, "add", ".");
  git(origin, "commit", "--quiet", "--message", "Begin");
  execFileSync("git", ["clone", "--quiet", origin, clone]);
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a release counts on in both files, writes the changelog from trailers, commits, tags, and pushes nothing", () => {
  release("0.1.0");
  commit("Say which stage is missing", "Changelog: added");
  commit("Part a test in two");
  commit("Read requests without headers", "Why it failed.\n\nChangelog: Fixed");
  expect(release("minor")).toMatchObject({ status: 0, says: expect.stringContaining("Version 0.2.0") });

  const today = new Date().toISOString().slice(0, 10);
  expect(read("CHANGELOG.md")).toBe(`# Changelog

## Unreleased

## 0.2.0 – ${today}

### Added

- Say which stage is missing

### Fixed

- Read requests without headers

## 0.1.0 – ${today}

The first version.
`);
  expect(JSON.parse(read("package.json")).version).toBe("0.2.0");
  expect(JSON.parse(read("package-lock.json")).packages[""].version).toBe("0.2.0");
  expect(git(clone, "status", "--porcelain")).toBe("");
  expect(git(clone, "rev-parse", "v0.2.0^{commit}")).toBe(git(clone, "rev-parse", "HEAD"));
  expect(git(origin, "tag")).toBe("");
});

test.each<[string, string, RegExp, () => void]>([
  ["files that changed", "patch", /Files have changed/, () => writeFileSync(join(clone, "package.cjs"), "//")],
  ["a new file", "patch", /Files have changed/, () => writeFileSync(join(clone, "new.txt"), "")],
  ["another branch", "patch", /on the branch main/, () => git(clone, "switch", "--quiet", "--create", "other")],
  ["a version that has a tag", "0.1.1", /0\.1\.1 exists/, () => git(clone, "tag", "v0.1.1")],
  ["an older version", "0.0.9", /older than 0\.1\.0/, () => {}],
  ["what stores take for no version", "1.0.0-beta.1", /is no version/, () => {}],
])("it refuses %s, and changes nothing", (_, asked, reason, prepare) => {
  prepare();
  const before = state();
  expect(release(asked)).toMatchObject({ status: 1, says: expect.stringMatching(reason) });
  expect(state()).toEqual(before);
});

test("a version that cannot be packaged leaves neither commit nor change nor tag", () => {
  writeFileSync(join(clone, "package.cjs"), "process.exit(1)");
  git(clone, "commit", "--quiet", "--all", "--message", "Break packaging");
  const before = state();
  expect(release("patch").status).toBe(1);
  expect(state()).toEqual(before);
});

test("a version that would tell users nothing is refused", () => {
  release("0.1.0");
  commit("Part a test in two");
  expect(release("patch")).toMatchObject({ status: 1, says: expect.stringContaining("Changelog trailer") });
});

function release(asked: string): { status: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", tsx, script, asked], {
    cwd: clone,
    env,
    encoding: "utf8",
  });
  return { status, says: stdout + stderr };
}

function commit(subject: string, body = ""): void {
  git(clone, "commit", "--quiet", "--allow-empty", "--message", subject, "--message", body);
}

function state(): readonly string[] {
  return [
    git(clone, "rev-parse", "HEAD"),
    git(clone, "status", "--porcelain"),
    git(clone, "tag"),
    read("CHANGELOG.md"),
  ];
}

function read(name: string): string {
  return readFileSync(join(clone, name), "utf8");
}

function git(at: string, ...parameters: readonly string[]): string {
  return execFileSync("git", parameters, { cwd: at, env, encoding: "utf8" }).trimEnd();
}
