import { expect, test } from "vitest";
import { counted, fullConfidence, percent, shortConfidence, weightText } from "./wording.ts";

test("a probability is never said to be 0 or 100 percent", () => {
  expect([0, 0.004, 0.86, 0.999, 1].map(percent)).toEqual(["1%", "1%", "86%", "99%", "99%"]);
});

test("confidence is a word where a number would promise too much", () => {
  expect(shortConfidence("certain", 0.99)).toBe("certain");
  expect(shortConfidence("likely", 0.86)).toBe("86%");
  expect(shortConfidence("ambiguous", 0.44)).toBe("ambiguous");
  expect(fullConfidence("ambiguous", 0.44)).toBe("ambiguous · 44%");
});

test("weights carry their sign, exclusion its words", () => {
  expect([1.2, -0.84, 0, null].map(weightText)).toEqual(["+1.2", "−0.8", "+0.0", "rules out"]);
});

test("counts agree with their noun", () => {
  expect(counted(1, "entry", "entries")).toBe("1 entry");
  expect(counted(2140, "request")).toBe("2,140 requests");
});
