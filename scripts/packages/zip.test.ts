import { createHash } from "node:crypto";
import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { afterEach, expect, test, vi } from "vitest";
import { zipOf } from "./zip.ts";

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const page = file("panel/index.html", "<!doctype html>".repeat(1000));
const script = file("assets/panel.js", "start();");

afterEach(() => {
  vi.useRealTimers();
});

test("an archive opens with its files in the order of their paths", async () => {
  const entries = await new ZipReader(new Uint8ArrayReader(await zipOf([page, script]))).getEntries();
  expect(entries.map(({ filename }) => filename)).toEqual(["assets/panel.js", "panel/index.html"]);
  const [first] = entries;
  expect(first?.directory === false && (await first.getData(new TextWriter()))).toBe("start();");
});

test("its bytes depend on neither the clock nor the order in which the files were found", async () => {
  const before = await zipOf([page, script]);
  vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
  expect(Buffer.compare(await zipOf([script, page]), before)).toBe(0);
});

test("its bytes are these, on every machine", async () => {
  const hash = createHash("sha256").update(await zipOf([page, script]));
  expect(hash.digest("hex")).toMatchInlineSnapshot(
    `"978f132331a4a9e3036d992a5a56c6cb8149527d8b8b52a39ab04c0fb6d12936"`,
  );
});
