import { expect, test } from "vitest";
import { rowFor } from "../../testing/examples/row.ts";
import { parseFilter } from "./filter.ts";
import { suggestionsFor } from "./suggestions.ts";

const rows = [
  rowFor({ key: "0", method: "GET", cause: "rest-stage-missing-or-unknown" }),
  rowFor({ key: "1", method: "POST", cause: "api-key-missing" }),
  rowFor({ key: "2", method: "POST", file: 'a "b".har' }),
];

const labels = (text: string, caret = text.length) => suggestionsFor(text, caret, rows).map(({ label }) => label);

test("keys are suggested by how they begin, all of them where nothing is typed", () => {
  expect(labels("")).toContain("status-code:");
  expect(labels("m")).toEqual(["method:"]);
  expect(labels("orders -ST")).toEqual(["status-code:", "stage:"]);
  expect(labels("zzz")).toEqual([]);
});

test("values are those of the rows, the most frequent first, with their number", () => {
  const [first, second] = suggestionsFor("method:", 7, rows);
  expect([first?.label, first?.note]).toEqual(["POST", "2 requests"]);
  expect([second?.label, second?.note]).toEqual(["GET", "1 request"]);
  expect(labels("cause:stage")).toEqual(["rest-stage-missing-or-unknown"]);
  expect(labels("method:post")).toEqual(["POST"]);
  expect(labels("nothing:")).toEqual([]);
});

test("what is typed already is not suggested", () => {
  expect(labels("method:POST")).toEqual([]);
});

test("taking a suggestion replaces the word at the caret alone", () => {
  const [method] = suggestionsFor("carts -met status-code:403", 10, rows);
  expect(method?.text).toBe("carts -method: status-code:403");
  expect(method?.caret).toBe("carts -method:".length);
});

test("a value with spaces or quotes is written so that the filter finds it", () => {
  const [file] = suggestionsFor("file:b", 6, rows);
  expect(file?.text).toBe('file:"a *b*.har"');
  const last = { row: rows[2] ?? rowFor({ key: "x" }), stopped: [] };
  expect(parseFilter(file?.text ?? "").admits(last)).toBe(true);
});
