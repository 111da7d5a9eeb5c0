import { expect, test } from "vitest";
import { findJsonFlaw } from "./json-flaw.ts";

test.each([
  ['{"a": 1 "b": 2}', 8, '"," or "}"'],
  ["[1, 2", 5, '"," or "]"'],
  ["[1,]", 3, "a value"],
  ['{"a": 1,}', 8, "a name in double quotes"],
  ["{'a': 1}", 1, "a name in double quotes"],
  ['{"a" 1}', 5, '":"'],
  ["[01]", 2, '"," or "]"'],
  ['"abc', 4, "the end of a text in double quotes"],
  ['"a\nb"', 2, "an escaped control character"],
  ['"\\x"', 1, "an escape that JSON knows"],
  ["{} {}", 3, "the end of the file"],
])("names the first flaw of %j", (text, offset, expected) => {
  expect(findJsonFlaw(text)).toEqual({ offset, expected });
});

test("agrees with JSON.parse about what is JSON", () => {
  const json = ['{"a":[1,-2.5e+3,"\\u00e9\\"",{}, []],"b":null}', " true ", '""', "0", "[[[]]]"];
  for (const text of json) expect(findJsonFlaw(text)).toBeNull();
});

test("nesting deeper than any stack is no trouble", () => {
  expect(findJsonFlaw("[".repeat(500_000))).toMatchObject({ offset: 500_000 });
});
