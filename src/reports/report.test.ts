import { expect, test } from "vitest";
import { summaryOf } from "./report.ts";

test("a rule that failed is a problem of the file that it failed on, and of no other", () => {
  const { files } = summaryOf({
    sources: [
      { file: "a.har", count: 3, problems: [] },
      { file: "b.har", count: 4, problems: [{ entry: null, reason: "cut off", lost: false }] },
    ],
    explanations: [],
    findings: [],
    failures: [{ rule: "broken-rule", file: "b.har", entry: 2, reason: "boom" }],
  });
  expect(files).toEqual([
    { file: "a.har", entries: 3, subjects: 0, problems: [] },
    {
      file: "b.har",
      entries: 4,
      subjects: 0,
      problems: [
        { entry: null, reason: "cut off", lost: false },
        { entry: 2, reason: "The rule broken-rule failed: boom", lost: false },
      ],
    },
  ]);
});
