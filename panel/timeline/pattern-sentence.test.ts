import { expect, test } from "vitest";
import { patternSentence } from "./pattern-sentence.ts";

test("since when all was refused, by the user's clock, and how much was not before", () => {
  const since = new Date(2026, 2, 2, 10, 42, 7).getTime();
  const course = { kind: "fails-since", host: "x.example.com", since, refused: 1200, before: 1 } as const;
  expect(patternSentence(course)).toBe(
    "Since 10:42:07 all 1,200 requests to `x.example.com` were refused; 1 before was not.",
  );
});

test("only preflights, and what they stopped", () => {
  expect(patternSentence({ kind: "only-preflights", refused: 3, stopped: 2 })).toBe(
    "Only preflights were refused: 3, and with them 2 requests stopped.",
  );
  expect(patternSentence({ kind: "only-preflights", refused: 1, stopped: 0 })).toBe("Only preflights were refused: 1.");
});
