import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { pageScripts } from "./page-scripts.ts";

/** Kilobytes, gzipped, that the panel's scripts may take together. */
const limit = 60;

/** Shows how big the built panel's scripts are, and fails where they are bigger than the limit. */
const read = (path: string) => readFileSync(new URL(`../dist/${path}`, import.meta.url), "utf8");
const scripts = pageScripts(read("panel/index.html"), read);
const sized = scripts.map((script) => ({ ...script, size: gzipSync(script.text).length / 1000 }));
const whole = sized.reduce((sum, { size }) => sum + size, 0);

for (const { path, later, size } of sized) {
  console.log(`${size.toFixed(1).padStart(6)} KB  ${path}${later ? ", when it is needed" : ""}`);
}
console.log(`${whole.toFixed(1).padStart(6)} KB  gzipped, of at most ${limit}`);
process.exitCode = whole <= limit ? 0 : 1;
