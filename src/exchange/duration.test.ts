import { expect, it } from "vitest";
import { apart, inWords } from "./duration.ts";

it.each([
  [200_000, "3 min 20 s"],
  [-200_000, "3 min 20 s"],
  [600_400, "10 min"],
  [59_600, "1 min"],
  [3_601_000, "1 h"],
  [3_661_000, "1 h 1 min"],
  [248_456_000, "2 d 21 h"],
  [400, "0 s"],
])("%d ms are %s", (milliseconds, words) => expect(inWords(milliseconds)).toBe(words));

it("says which way, and nothing of less than a second", () => {
  expect(apart(90_000)).toBe("1 min 30 s ahead of");
  expect(apart(-90_000)).toBe("1 min 30 s behind");
  expect(apart(-900)).toBe("the same as");
});
