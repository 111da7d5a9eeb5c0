import { resolve } from "node:path";
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };
import { billOfMaterials } from "./bill-of-materials.ts";
import { packagesOf } from "./shipped-packages.ts";

const module = (path: string) => `${resolve("node_modules").replaceAll("\\", "/")}/${path}`;
const modules = [
  "\0vite/preload-helper.js",
  resolve("panel/main.tsx"),
  module("preact/dist/preact.mjs"),
  module("preact/hooks/dist/hooks.mjs"),
  module("@preact/signals/dist/signals.mjs"),
];

test("the packages that modules come from are told once, with version, licence and its text", () => {
  const shipped = packagesOf(modules);
  expect(shipped.map(({ name, license }) => `${name} ${license}`)).toEqual(["@preact/signals MIT", "preact MIT"]);
  expect(shipped[1]?.version).toBe(lock.packages["node_modules/preact"].version);
  for (const { licenseText } of shipped) expect(licenseText).toMatch(/Permission is hereby granted/);
});

test("the bill of materials has each with the lock file's hash and what it needs, and is the same each time", () => {
  const bill = JSON.parse(billOfMaterials(packagesOf(modules)));
  const [, preact] = bill.components;
  expect(preact).toMatchObject({ type: "library", name: "preact", licenses: [{ expression: "MIT" }] });
  const hash = Buffer.from(preact.hashes[0].content, "hex").toString("base64");
  expect(`sha512-${hash}`).toBe(lock.packages["node_modules/preact"].integrity);
  const refs: readonly string[] = bill.components.map((each: { "bom-ref": string }) => each["bom-ref"]);
  expect(refs[0]).toMatch(/^pkg:npm\/%40preact\/signals@/);
  expect(bill.dependencies).toContainEqual({ ref: refs[0], dependsOn: [refs[1]] });
  expect(billOfMaterials(packagesOf([...modules].reverse()))).toBe(billOfMaterials(packagesOf(modules)));
});

test("a build tells what is in its Worker too, and nothing that is only installed", async () => {
  const options = { configFile: "vite.web.config.ts", logLevel: "error", build: { write: false } } as const;
  const { output } = (await build(options)) as Rolldown.RolldownOutput;
  const assetOf = (name: string) => output.find(({ fileName }) => fileName === name) as Rolldown.OutputAsset;
  const names = JSON.parse(String(assetOf("sbom.cdx.json").source)).components.map(
    (each: { name: string }) => each.name,
  );
  expect(names).toEqual(expect.arrayContaining(["preact", "@zip.js/zip.js", "comlink"]));
  expect(names).not.toContain("vite");
  expect(names).not.toContain("webextension-polyfill");
  for (const name of names) expect(assetOf("THIRD-PARTIES.txt").source).toContain(`/package/${name}/v/`);
});
