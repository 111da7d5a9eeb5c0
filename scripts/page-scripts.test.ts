import { expect, test } from "vitest";
import { pageScripts } from "./page-scripts.ts";

const files: Readonly<Record<string, string>> = {
  "assets/panel-1.js": 'import{a}from"./shared-2.js";const later=()=>import(`./example-3.js`);',
  "assets/shared-2.js": "new Worker(new URL(`/assets/worker-4.js`,import.meta.url))",
  "assets/example-3.js": 'import"./shared-2.js";import"./only-example-5.js"',
  "assets/only-example-5.js": "",
};

test("a page's scripts are found once each, with whether they are loaded at once", () => {
  const html = '<script type="module" crossorigin src="/assets/panel-1.js"></script>';
  const found = pageScripts(html, (path) => files[path] ?? "");
  expect(found.map(({ path, later }) => [path, later])).toEqual([
    ["assets/panel-1.js", false],
    ["assets/shared-2.js", false],
    ["assets/example-3.js", true],
    ["assets/only-example-5.js", true],
  ]);
});
