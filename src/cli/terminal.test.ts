import { expect, test } from "vitest";
import { harmless, styleFor } from "./terminal.ts";

test("a captured text cannot steer the terminal or hide what it says", () => {
  const hostile = "a\u001b[2Jb\u202Ec\u200Bd\u009Be\r\nf";
  expect(harmless(hostile)).toBe("a<U+001B>[2Jb<U+202E>c<U+200B>d<U+009B>e<U+000D><U+000A>f");
  expect(harmless("über 日本 🙂")).toBe("über 日本 🙂");
});

test("colours on a terminal only, and never against NO_COLOR", () => {
  expect(styleFor({ isTTY: true }, {}).red("x")).not.toBe("x");
  expect(styleFor({ isTTY: false }, {}).red("x")).toBe("x");
  expect(styleFor({}, {}).red("x")).toBe("x");
  expect(styleFor({ isTTY: true }, { NO_COLOR: "1" }).red("x")).toBe("x");
  expect(styleFor({ isTTY: true }, { NO_COLOR: "" }).red("x")).not.toBe("x");
});
