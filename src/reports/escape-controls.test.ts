import { expect, test } from "vitest";
import { escapeControls, escapedJson } from "./escape-controls.ts";

test("a captured text cannot steer the terminal or hide what it says", () => {
  const hostile = "a\u001b[2Jb\u202Ec\u200Bd\u009Be\r\nf";
  expect(escapeControls(hostile)).toBe("a<U+001B>[2Jb<U+202E>c<U+200B>d<U+009B>e<U+000D><U+000A>f");
  expect(escapeControls("a\u3164b\u034Fc")).toBe("a<U+3164>b<U+034F>c");
  expect(escapeControls("über 日本 🙂")).toBe("über 日本 🙂");
});

test("JSON on a terminal steers it no more, and reads back the same", () => {
  const hostile = { "a\u001b[2J": ["b\u202Ec", "d\u009Be\u007f", "f\r\n\u2028", "\u{E0041}", "über 日本 🙂"] };
  const text = escapedJson(hostile, 2);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
  expect(JSON.parse(text)).toEqual(hostile);
  expect(text).toContain("über 日本 🙂");
});
