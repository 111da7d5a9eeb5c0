import { expect, it } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };
import { type LockedPackage, strangeIn } from "./lockfile.ts";

const good: LockedPackage = { integrity: "sha512-AAAA" };

it("installing takes nothing but what the registry gave when it was locked", () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(strangeIn(lock.packages)).toEqual([]);
});

it.each<[string, LockedPackage]>([
  ["has no SHA-512", {}],
  ["has no SHA-512", { integrity: "sha1-AAAA" }],
  [
    "comes from https://registry.npmjs.org.example.com/a",
    { ...good, resolved: "https://registry.npmjs.org.example.com/a" },
  ],
  ["comes from git+ssh://git@github.com/a/a.git", { ...good, resolved: "git+ssh://git@github.com/a/a.git" }],
  ["is preact", { ...good, name: "preact" }],
  ["runs a program when it is installed", { ...good, hasInstallScript: true }],
])("a package is named that %s", (why, locked) => {
  expect(strangeIn({ "": {}, "node_modules/a": locked })).toEqual([`node_modules/a ${why}`]);
});
