import { expect, test } from "vitest";
import { blockText, lineText, linkTarget, stretchesOf } from "./display-text.ts";

test("characters that reorder or hide text are named", () => {
  expect(lineText("/evil\u202Egpj.exe")).toBe("/evil⟨U+202E⟩gpj.exe");
  expect(lineText("pay\u200Bpal\uFEFF")).toBe("pay⟨U+200B⟩pal⟨U+FEFF⟩");
  expect(lineText("a\u{E0041}b")).toBe("a⟨U+E0041⟩b");
  expect(lineText("lone \uD800 surrogate")).toBe("lone ⟨U+D800⟩ surrogate");
});

test("control characters are shown as their pictures", () => {
  expect(lineText("a\0b\nc\x1b[31m\x7f")).toBe("a␀b␊c␛[31m⟨U+007F⟩");
});

test("letters of any script stay", () => {
  expect(lineText("/größe/日本/אב/🙂")).toBe("/größe/日本/אב/🙂");
});

test("a block keeps its lines and tabs, and nothing else that is unseen", () => {
  expect(blockText("curl \\\r\n\t-si\x1b")).toBe("curl \\\n\t-si␛");
});

test("a long text is cut, with the length of the rest", () => {
  expect(lineText("x".repeat(1_000_000), 10)).toBe("xxxxxxxxxx… (999,990 more characters)");
});

test("backticks quote, a lonely one does not", () => {
  expect(stretchesOf("the stage `api` is `")).toEqual([
    { text: "the stage ", code: false },
    { text: "api", code: true },
    { text: " is ", code: false },
    { text: "`", code: false },
  ]);
  expect(stretchesOf("`/prod`")).toEqual([{ text: "/prod", code: true }]);
  expect(stretchesOf("")).toEqual([]);
});

test("only https addresses become links", () => {
  expect(linkTarget("https://docs.aws.amazon.com/x")).toBe("https://docs.aws.amazon.com/x");
  expect(linkTarget("http://docs.aws.amazon.com/x")).toBeNull();
  expect(linkTarget("javascript:alert(1)")).toBeNull();
  expect(linkTarget("/relative")).toBeNull();
});
