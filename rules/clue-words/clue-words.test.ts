import { expect, test } from "vitest";
import { rules } from "../index.ts";
import { wordsOf } from "./clue-words.ts";

const weighed = rules.flatMap(({ clues }) => clues);
const ids = [...new Set(weighed.map(({ clue }) => clue.id))];

test("every clue of every rule has words that are not those of its id", () => {
  expect(ids.filter((id) => wordsOf(id)[0] === id.replaceAll("-", " "))).toEqual([]);
});

test("where a no is worth something, there are words for it", () => {
  const telling = weighed.filter(({ no }) => no !== "never" && (typeof no !== "number" || Math.abs(no) >= 0.5));
  expect([...new Set(telling.map(({ clue }) => clue.id))].filter((id) => wordsOf(id)[1] === undefined)).toEqual([]);
});

test("words are clauses: no period, backticks in pairs, and each clue its own", () => {
  const all = ids.flatMap((id) => wordsOf(id));
  expect(all.filter((words) => /[.:]$/.test(words ?? ""))).toEqual([]);
  expect(all.filter((words) => (words ?? "").split("`").length % 2 === 0)).toEqual([]);
  const holding = ids.map((id) => wordsOf(id)[0]);
  expect(holding.filter((words, at) => holding.indexOf(words) !== at)).toEqual([]);
});

test("several names are joined, and error types have their capitals again", () => {
  expect(wordsOf("error-type-is-incompletesignatureexception-or-invalidsignatureexception")).toEqual([
    "the error type is `IncompleteSignatureException` or `InvalidSignatureException`",
    "the error type is not `IncompleteSignatureException` or `InvalidSignatureException`",
  ]);
  expect(wordsOf("names-wanted-scopes-and-has-http-api-request-id")[0]).toBe(
    "`www-authenticate` names the scopes that the route wants, and the answer has an HTTP API's request id",
  );
});

test("an id that nobody wrote words for is read as it is, whatever it is", () => {
  expect(wordsOf("constructor")).toEqual(["constructor"]);
  expect(wordsOf("names-stage")).toEqual(["names stage"]);
});
