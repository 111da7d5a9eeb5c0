import { expect, test } from "vitest";
import { skippedSentence } from "./skipped.ts";

test("says nothing where nothing was skipped", () => {
  expect(skippedSentence([])).toBeNull();
});

test("groups by reason and counts all", () => {
  const noHar = ["a", "b", "c", "d"].map((name) => ({ name, reason: "is no HAR file" }));
  expect(skippedSentence([...noHar, { name: "x.har", reason: "is encrypted" }])).toBe(
    "5 other files were skipped: a, b, c and 1 more: each is no HAR file; x.har is encrypted.",
  );
});
