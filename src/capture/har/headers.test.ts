import { expect, test } from "vitest";
import { readHeaders } from "./headers.ts";

const expected = [
  { name: "x-amzn-errortype", value: "ForbiddenException" },
  { name: "content-length", value: "23" },
];

test.each([
  ["HAR's objects", [expected[0], { name: "content-length", value: 23 }]],
  [
    "pairs",
    [
      ["x-amzn-errortype", "ForbiddenException"],
      ["content-length", "23"],
    ],
  ],
  ["one object", { "x-amzn-errortype": "ForbiddenException", "content-length": 23 }],
])("reads headers written as %s", (_, written) => {
  expect(readHeaders(written)).toEqual({ headers: expected, problem: null });
});

test("keeps every value of a repeated header", () => {
  expect(readHeaders({ "x-amzn-errortype": ["A", "B"] }).headers.map(({ value }) => value)).toEqual(["A", "B"]);
});

test("leaves out what has no name and says so", () => {
  const { headers, problem } = readHeaders([{ name: "a", value: "1" }, null, { value: "b" }, "c: d", []]);
  expect(headers).toEqual([{ name: "a", value: "1" }]);
  expect(problem).toContain("4");
});

test("tells missing headers from an empty list", () => {
  expect(readHeaders(null).problem).not.toBeNull();
  expect(readHeaders("none").problem).not.toBeNull();
  expect(readHeaders([]).problem).toBeNull();
});

test("a header named __proto__ is a header and nothing else", () => {
  const { headers } = readHeaders(JSON.parse('{"__proto__": "x", "constructor": "y"}'));
  expect(headers).toEqual([
    { name: "__proto__", value: "x" },
    { name: "constructor", value: "y" },
  ]);
});
