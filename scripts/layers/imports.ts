import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { globSync } from "tinyglobby";
import { parseSync } from "vite";

/** A module of ours with what it imports, types included. Paths count from the root of the checkout. */
export interface Module {
  readonly path: string;
  /** Our own modules and files. */
  readonly own: readonly string[];
  readonly packages: readonly string[];
}

/** All modules of the checkout but tests and what only examples hold. */
export function modules(root: string): readonly Module[] {
  const paths = globSync(["{src,rules,panel,testing,e2e,bench,scripts}/**/*.{ts,tsx,mjs}"], {
    cwd: root,
    ignore: ["**/*.test.{ts,tsx}", "**/*.examples.ts", "**/*.d.ts"],
  });
  return paths.toSorted().map((path) => moduleOf(path, readFileSync(posix.join(root, path), "utf8")));
}

/** Reads the imports and exports of a module's text. */
export function moduleOf(path: string, text: string): Module {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module;
  const named = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...dynamicImports.flatMap(({ moduleRequest }) => literal(text.slice(moduleRequest.start, moduleRequest.end))),
  ].map((name) => name.replace(/\?.*$/, ""));
  const isOwn = (name: string) => name.startsWith(".");
  return {
    path,
    own: named.filter(isOwn).map((name) => posix.normalize(posix.join(posix.dirname(path), name))),
    packages: named.filter((name) => !isOwn(name)),
  };
}

/** What is put together while the program runs is no import that can be followed. */
function literal(source: string): readonly string[] {
  const found = /^["']([^"']*)["']$/.exec(source);
  return found?.[1] === undefined ? [] : [found[1]];
}
