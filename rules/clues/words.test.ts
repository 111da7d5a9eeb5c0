import { expect, test } from "vitest";
import { rules } from "../index.ts";
import { errorTypeIs } from "./envelope.ts";

const weighed = rules.flatMap(({ clues }) => clues);
const clues = [...new Map(weighed.map(({ clue }) => [clue.id, clue])).values()];

test("where a no is worth something, there are words for it", () => {
  const telling = weighed.filter(({ no }) => no !== "never" && (typeof no !== "number" || Math.abs(no) >= 0.5));
  expect([...new Set(telling.filter(({ clue }) => clue.fails === undefined).map(({ clue }) => clue.id))]).toEqual([]);
});

test("words are clauses: no period, backticks in pairs, and each clue its own", () => {
  const words = clues.flatMap(({ holds, fails }) => (fails === undefined ? [holds] : [holds, fails]));
  expect(words.filter((each) => /[.:]$/.test(each))).toEqual([]);
  expect(words.filter((each) => each.split("`").length % 2 === 0)).toEqual([]);
  const holding = clues.map(({ holds }) => holds);
  expect(holding.filter((each, at) => holding.indexOf(each) !== at)).toEqual([]);
});

test("a clue about several names has all of them in its words", () => {
  expect(errorTypeIs("IncompleteSignatureException", "InvalidSignatureException")).toMatchObject({
    holds: "the error type is `IncompleteSignatureException` or `InvalidSignatureException`",
    fails: "the error type is not `IncompleteSignatureException` or `InvalidSignatureException`",
  });
});
