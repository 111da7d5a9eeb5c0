import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

const root = join(import.meta.dirname, "..");
const pages = globSync(["README.md", "CONTRIBUTING.md", "PRIVACY.md", "docs/**/*.md"], { cwd: root });
const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");

/** A path from the root of the checkout, with a folder of ours at its beginning. */
const path = /`((?:src|rules|panel|testing|e2e|bench|scripts|docs|public)\/[\w./-]*)`/g;

/** The tutorial's own rule is no file of the checkout. */
const invented = /vault-closed/;

function exists(named: string): boolean {
  const place = named.replace(/\/$/, "");
  return files.some((each) => each === place || each.startsWith(`${place}/`));
}

test.each(pages)("%s names paths that exist", (page) => {
  const named = [...readFileSync(join(root, page), "utf8").matchAll(path)].map(([, found = ""]) => found);
  expect(named.filter((each) => !invented.test(each) && !exists(each))).toEqual([]);
});

test.each(pages)("%s names commands that exist", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  const named = [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, found = ""]) => found);
  expect(named.filter((each) => !(each in manifest.scripts))).toEqual([]);
});
