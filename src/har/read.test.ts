import { describe, expect, test } from "vitest";
import { NotHarError, readHarFile } from "./read.ts";

function entry(path: string): string {
  return `{"startedDateTime":"2024-05-06T10:30:15Z","request":{"method":"GET","url":"https://x.example.com/${path}","headers":[]},"response":{"status":403,"headers":[],"content":{}}}`;
}

function log(...entries: string[]): string {
  return `{"log":{"creator":{"name":"Maker","version":"1"},"entries":[${entries.join(",\n")}]}}`;
}

function paths(text: string): string[] {
  return readHarFile("a.har", text).entries.map(({ entry: { request } }) => new URL(request.url).pathname);
}

describe("every shape that producers write opens", () => {
  test.each([
    ["a HAR file", log(entry("a"))],
    ["one with a byte order mark", `\uFEFF${log(entry("a"))}`],
    ["a bare log", `{"entries":[${entry("a")}]}`],
    ["a list of entries", `[${entry("a")}]`],
    ["a single entry", entry("a")],
    ["a JSONP call", `onInputData(${log(entry("a"))});\n`],
  ])("%s", (_, text) => {
    expect(paths(text)).toEqual(["/a"]);
    expect(readHarFile("a.har", text)).toMatchObject({ name: "a.har", count: 1, problems: [] });
  });

  test("the producer is named, where the file names it", () => {
    expect(readHarFile("a.har", log(entry("a"))).producer).toEqual({ name: "Maker", version: "1", live: false });
    expect(readHarFile("a.har", entry("a")).producer).toEqual({ name: "unknown", version: "", live: false });
  });
});

test("a bad entry is listed and costs no other; indexes are those of the file", () => {
  const file = readHarFile("a.har", log(entry("a"), "null", "17", entry("b")));
  expect(file.count).toBe(4);
  expect(file.entries.map(({ index }) => index)).toEqual([0, 3]);
  expect(file.problems.filter(({ lost }) => lost).map((problem) => problem.entry)).toEqual([1, 2]);
});

test("what had to be repaired is told with the entry's index", () => {
  const file = readHarFile("a.har", log(entry("a"), entry("b").replace("2024", "in ")));
  expect(file.problems).toEqual([{ entry: 1, reason: "The start time could not be read", lost: false }]);
});

test("log.entries that is null opens as an empty file with a problem", () => {
  const file = readHarFile("a.har", '{"log":{"entries":null}}');
  expect(file).toMatchObject({ count: 0, entries: [], problems: [{ entry: null, reason: /null/, lost: false }] });
});

describe("a file that was cut off", () => {
  const whole = log(entry("a"), entry('b?x=\\"]}'), entry("c"));

  test("gives every entry before the cut and says where it ends", () => {
    const cut = whole.slice(0, whole.indexOf("/c") + 1);
    const file = readHarFile("a.har", cut);
    expect(paths(cut)).toEqual(["/a", "/b"]);
    expect(file.producer.name).toBe("Maker");
    expect(file.count).toBe(3);
    expect(file.problems).toContainEqual({ entry: null, reason: expect.stringContaining("line 3"), lost: false });
    expect(file.problems).toContainEqual({ entry: 2, reason: "The file ends inside this entry", lost: true });
  });

  test("never throws anything but NotHarError and never invents an entry, wherever the cut is", () => {
    for (let end = 0; end < whole.length; end++) {
      const found = pathsOrNone(whole.slice(0, end));
      expect(["/a", "/b", "/c"].slice(0, found.length)).toEqual(found);
    }
  });

  test("gives all entries where only the closing brackets are missing", () => {
    expect(paths(whole.slice(0, -3))).toEqual(["/a", "/b", "/c"]);
  });

  function pathsOrNone(text: string): string[] {
    try {
      return paths(text);
    } catch (error) {
      expect(error).toBeInstanceOf(NotHarError);
      return [];
    }
  }
});

test("white space that JSON does not know neither stops nor repeats the reading", () => {
  expect(readHarFile("a.har", log(entry("a"), "\f", "\u00a0")).count).toBe(3);
});

test("an entry that is not JSON costs no other", () => {
  const file = readHarFile("a.har", log(entry("a"), '{"request": undefined}', entry("c")));
  expect(file.entries.map(({ index }) => index)).toEqual([0, 2]);
  expect(file.problems).toContainEqual({ entry: 1, reason: expect.stringContaining("line 2"), lost: true });
});

test.each([
  ["", /empty/],
  [" \n", /empty/],
  ["<!DOCTYPE html><html></html>", /HTML/],
  ["PK\u0003\u0004…", /ZIP/],
  ["\u001f\uFFFD\b…", /gzip/],
  ['{\n  "log": oops }', /not JSON at line 2, column 10, where a value was expected/],
  ["{}", /no entries/],
  ['{"log":{"version":"1.2"}}', /log has no entries/],
  ['{"log":{"entries":{}}}', /entries are an object/],
  ["[1,2]", /list/],
  ["null", /null/],
  ['"text"', /string/],
])("%j is refused in one sentence that says what was expected", (text, reason) => {
  expect(() => readHarFile("a.har", text)).toThrow(NotHarError);
  expect(() => readHarFile("a.har", text)).toThrow(reason);
  expect(() => readHarFile("a.har", text)).toThrow(/log\.entries\.$/);
});
