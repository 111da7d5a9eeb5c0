import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readContent } from "./response-content.ts";

test("decodes base64 as UTF-8", () => {
  const text = Buffer.from('{"message":"Zugriff verweigert: für dich"}').toString("base64");
  expect(readContent({ text, encoding: "base64", size: 43, mimeType: "application/json" })).toEqual({
    content: { text: '{"message":"Zugriff verweigert: für dich"}', size: 43, mimeType: "application/json" },
    problem: null,
  });
});

test("a body that cannot be decoded is left out with the reason, not shown as garbage", () => {
  const zipped = gzipSync('{"message":"Forbidden"}').toString("base64");
  expect(readContent({ text: zipped, encoding: "base64" })).toMatchObject({ content: { text: null }, problem: /gzip/ });
  expect(readContent({ text: "***", encoding: "base64" })).toMatchObject({
    content: { text: null },
    problem: /base64/,
  });
});

test("an empty body is not a missing one", () => {
  expect(readContent({ text: "" }).content.text).toBe("");
  expect(readContent({ size: 0 }).content.text).toBeNull();
  expect(readContent(null).content).toEqual({ text: null, size: null, mimeType: "" });
});
