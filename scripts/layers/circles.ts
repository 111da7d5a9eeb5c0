import type { Module } from "./imports.ts";

/** Circles of modules that import each other, types included: each once, as the way around it. */
export function circlesIn(modules: readonly Module[]): readonly (readonly string[])[] {
  const importsOf = new Map(modules.map(({ path, own }) => [path, own.filter((each) => each !== path)]));
  const done = new Set<string>();
  const circles: string[][] = [];
  const follow = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path]);
    if (at >= 0 || done.has(path)) return;
    for (const next of importsOf.get(path) ?? []) follow(next, [...way, path]);
    done.add(path);
  };
  for (const { path } of modules) follow(path, []);
  return circles;
}
