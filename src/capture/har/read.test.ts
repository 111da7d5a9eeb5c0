import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { inPieces } from "../../../testing/oracles/in-pieces.ts";
import type { ByteSource } from "../byte-source.ts";
import type { HarEntry, HarFile } from "../entry.ts";
import type { Attached } from "../named-bytes.ts";
import { countOf, isOfFile, lostEntries } from "../problem-list.ts";
import { NotHarError, readHar, readHarFile } from "./read.ts";

function entry(path: string): string {
  return `{"startedDateTime":"2024-05-06T10:30:15Z","request":{"method":"GET","url":"https://x.example.com/${path}","headers":[]},"response":{"status":403,"headers":[],"content":{}}}`;
}

function log(...entries: string[]): string {
  return `{"log":{"creator":{"name":"Maker","version":"1"},"entries":[${entries.join(",\n")}]}}`;
}

function read(file: string | Uint8Array, pieceSize?: number): Promise<HarFile> {
  return readHarFile("a.har", inPieces(file, pieceSize), { wantsBody });
}

function wantsBody({ response }: HarEntry): boolean {
  return response.status === 403;
}

async function paths(file: string | Uint8Array): Promise<string[]> {
  return pathsIn(await read(file));
}

function pathsIn({ entries }: HarFile): string[] {
  return entries.map(({ entry: { request } }) => new URL(request.url).pathname);
}

describe("every shape that producers write opens", () => {
  test.each([
    ["a HAR file", log(entry("a"))],
    ["one with a byte order mark", `\uFEFF${log(entry("a"))}`],
    ["a bare log", `{"entries":[${entry("a")}]}`],
    ["a list of entries", `[${entry("a")}]`],
    ["a single entry", entry("a")],
    ["a JSONP call", `onInputData(${log(entry("a"))});\n`],
  ])("%s", async (_, text) => {
    expect(await paths(text)).toEqual(["/a"]);
    expect(await read(text)).toMatchObject({ name: "a.har", count: 1, problems: [] });
  });

  test("the producer is named, where the file names it", async () => {
    expect((await read(log(entry("a")))).producer).toEqual({ name: "Maker", version: "1", live: false });
    expect((await read(entry("a"))).producer).toEqual({ name: "unknown", version: "", live: false });
  });
});

test("a bad entry is listed and costs no other; indexes are those of the file", async () => {
  const file = await read(log(entry("a"), "null", "17", entry("b")));
  expect(file.count).toBe(4);
  expect(file.entries.map(({ index }) => index)).toEqual([0, 3]);
  expect(file.problems.filter(({ lost }) => lost).map((problem) => problem.entry)).toEqual([1, 2]);
});

test("what had to be repaired is told with the entry's index", async () => {
  const file = await read(log(entry("a"), entry("b").replace("2024", "in ")));
  expect(file.problems).toEqual([{ entry: 1, reason: "The start time could not be read", lost: false }]);
});

test("log.entries that is null opens as an empty file with a problem", async () => {
  const file = await read('{"log":{"entries":null}}');
  expect(file).toMatchObject({ count: 0, entries: [], problems: [{ entry: null, reason: /null/, lost: false }] });
});

describe("a file that was cut off", () => {
  const whole = log(entry("a"), entry('b?x=\\"]}'), entry("c"));

  test("gives every entry before the cut and says where it ends", async () => {
    const cut = whole.slice(0, whole.indexOf("/c") + 1);
    const file = await read(cut);
    expect(pathsIn(file)).toEqual(["/a", "/b"]);
    expect(file.producer.name).toBe("Maker");
    expect(file.count).toBe(3);
    expect(file.problems).toContainEqual({
      entry: null,
      reason: expect.stringContaining(`at byte ${cut.length}`),
      lost: false,
    });
    expect(file.problems).toContainEqual({ entry: 2, reason: "The file ends inside this entry", lost: true });
  });

  test("never throws anything but NotHarError and never invents an entry, wherever the cut is", async () => {
    for (let end = 0; end < whole.length; end++) {
      const found = await pathsOrNone(whole.slice(0, end));
      expect(["/a", "/b", "/c"].slice(0, found.length)).toEqual(found);
    }
  });

  test("gives all entries where only the closing brackets are missing", async () => {
    expect(await paths(whole.slice(0, -3))).toEqual(["/a", "/b", "/c"]);
  });

  async function pathsOrNone(text: string): Promise<string[]> {
    try {
      return await paths(text);
    } catch (error) {
      expect(error).toBeInstanceOf(NotHarError);
      return [];
    }
  }
});

describe("a file with flaws", () => {
  const flawed = (flaw: (entry: string) => string) => {
    const [first, second, third] = ["a", "b", "c"].map((path) => JSON.stringify(JSON.parse(entry(path)), null, 2));
    return log(first ?? "", flaw(second ?? ""), third ?? "");
  };

  test.each([
    ["lost its quote", (text: string) => text.replace('"GET"', '"GET')],
    ["lost the quote of a name", (text: string) => text.replace('"method"', '"method')],
    ["lost a comma", (text: string) => text.replace('"GET",', '"GET"')],
    ["lost a colon", (text: string) => text.replace('"status":', '"status"')],
    ["has a comma too many", (text: string) => text.replace('"headers": []', '"headers": [],')],
    ["has a raw line break in a text", (text: string) => text.replace("example", "exa\nmple")],
    ["has a bad escape", (text: string) => text.replace("example", "exa\\mple")],
  ])("an entry that %s costs no other, wherever the file is parted", async (_, flaw) => {
    const text = flawed(flaw);
    for (const size of [1, 2, 5, 64, 65_536]) {
      const file = await read(text, size);
      expect(pathsIn(file), `in pieces of ${size}`).toEqual(["/a", "/c"]);
      expect(file.count).toBe(3);
      expect(file.problems).toContainEqual({ entry: 1, reason: expect.stringContaining("is not JSON"), lost: true });
    }
  });

  test("flaws between entries are told and cost none", async () => {
    const text = log(entry("a"), entry("b")).replace('"/b', '"/b').replace("},\n{", "} {").replace("]}}", ",]}");
    expect(await paths(text)).toEqual(["/a", "/b"]);
    expect((await read(text)).problems.at(0)?.reason).toMatch(/not JSON at byte \d+/);
  });

  test("what follows the end is told", async () => {
    const file = await read(`${log(entry("a"))}${log(entry("b"))}`);
    expect(pathsIn(file)).toEqual(["/a"]);
    expect(file.problems.at(0)?.reason).toMatch(/where the end of the file was expected/);
  });

  test("two lists of entries are both read, and told", async () => {
    const text = `{"log":{"entries":[${entry("a")}],"entries":[${entry("b")}]}}`;
    expect(await paths(text)).toEqual(["/a", "/b"]);
    expect((await read(text)).problems).toEqual([
      { entry: null, reason: expect.stringContaining("2 lists"), lost: false },
    ]);
  });
});

describe("a body", () => {
  const text = JSON.stringify({ message: "Forbidden" });
  const withBody = (content: object) => {
    const bare = JSON.parse(entry("a"));
    return { ...bare, response: { ...bare.response, content } };
  };

  async function bodyOf(raw: { response: object }, more: object = {}, attached?: Attached): Promise<string | null> {
    const response = { ...raw.response, ...more };
    const source = inPieces(log(JSON.stringify({ ...raw, response })));
    const file = await readHarFile("a.har", source, { wantsBody, attached });
    return file.entries[0]?.entry.response.content.text ?? null;
  }

  test("is read where it is wanted, and else only known to be there", async () => {
    expect(await bodyOf(withBody({ text }))).toBe(text);
    const file = await read(log(JSON.stringify(withBody({ text })).replace("403", "200")));
    expect(file.entries[0]?.entry.response.content).toMatchObject({ text: null, unread: true });
  });

  test("in base64, and compressed in base64, is unpacked", async () => {
    expect(await bodyOf(withBody({ text: btoa(text), encoding: "base64" }))).toBe(text);
    const zipped = gzipSync(text).toString("base64");
    expect(await bodyOf(withBody({ text: zipped, encoding: "base64" }))).toBe(text);
  });

  test("that would unpack to more than anybody needs is left out and told", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString("base64");
    const file = await read(log(JSON.stringify(withBody({ text: bomb, encoding: "base64" }))));
    expect(file.entries[0]?.entry.response.content.text).toBeNull();
    expect(file.problems).toEqual([{ entry: 0, reason: expect.stringContaining("gzip"), lost: false }]);
  });

  test("of a file beside the HAR file is read from there", async () => {
    const attached: Attached = async (name) => (name === "a.json" ? new TextEncoder().encode(text) : null);
    expect(await bodyOf(withBody({ _file: "a.json" }), {}, attached)).toBe(text);
    expect(await bodyOf(withBody({ _file: "b.json" }), {}, attached)).toBeNull();
    expect(await bodyOf(withBody({ _file: "a.json" }))).toBeNull();
  });
});

describe("memory stays small", () => {
  const long = 12 * 1024 * 1024;

  test("a body of any length is passed over, and a wanted one left out and told", async () => {
    const [before = "", after = ""] = log(
      entry("a").replace('"content":{}', '"content":{"text":"BODY"}'),
      entry("b"),
    ).split("BODY");
    const file = await readHarFile("a.har", around(before, "x", after), { wantsBody });
    expect(pathsIn(file)).toEqual(["/a", "/b"]);
    expect(file.entries[0]?.entry.response.content.text).toBeNull();
    expect(file.problems).toEqual([{ entry: 0, reason: expect.stringContaining("too long"), lost: false }]);
  });

  test("a member of any length is left out and told", async () => {
    const [before = "", after = ""] = log(
      entry("a").replace('"headers":[]', '"headers":[],"postData":{"text":"LONG"}'),
      entry("b"),
    ).split("LONG");
    const file = await readHarFile("a.har", around(before, "x", after), { wantsBody });
    expect(pathsIn(file)).toEqual(["/a", "/b"]);
    expect(file.problems).toEqual([
      { entry: 0, reason: expect.stringContaining('"postData" is too long'), lost: false },
    ]);
  });

  test.each(["[", '{"a":', '{"text":', '{"log":', '{"request":', '{"entries":['])(
    "nesting of %s of any depth",
    async (open) => {
      const reading = readHarFile("a.har", around('{"log":{"entries":[', open, ""), { wantsBody });
      await expect(reading).rejects.toThrow(NotHarError);
    },
  );

  async function* around(before: string, repeated: string, after: string): ByteSource {
    const piece = new TextEncoder().encode(repeated.repeat(Math.ceil(1_000_000 / repeated.length)));
    yield new TextEncoder().encode(before);
    for (let sent = 0; sent < long; sent += piece.length) yield piece;
    yield new TextEncoder().encode(after);
  }
});

test("entries arrive while the file is read", async () => {
  const arrived: number[] = [];
  const text = log(...Array.from({ length: 100 }, (_, at) => entry(`${at}`)));
  let progress = 0;
  await readHar(inPieces(text, 2000), {
    wantsBody,
    onEntries: (entries) => void arrived.push(entries.length),
    onProgress: (bytes) => {
      expect(bytes).toBeGreaterThan(progress);
      progress = bytes;
    },
  });
  expect(arrived.length).toBeGreaterThan(5);
  expect(progress).toBe(text.length);
});

test("entries of one piece are handed over in between where it is others' turn", async () => {
  const arrived: number[] = [];
  const text = log(...Array.from({ length: 10 }, (_, at) => entry(`${at}`)));
  let seen = 0;
  await readHar(inPieces(text), {
    wantsBody,
    isTurnOver: () => ++seen % 4 === 0,
    onEntries: (entries) => void arrived.push(entries.length),
  });
  expect(arrived).toEqual([4, 4, 2]);
});

test("of very many bad entries only the first are listed, and all are counted", async () => {
  const file = await read(log(...Array.from({ length: 5000 }, (_, at) => (at % 2 ? "null" : entry("a")))));
  const { problems } = await read(log(...Array.from({ length: 5000 }, () => entry("a").replace("2024", "in "))));
  expect([file.problems.length, problems.length]).toEqual([1001, 1001]);
  expect(file.entries.length + lostEntries(file.problems)).toBe(5000);
  expect(file.problems.some(isOfFile)).toBe(false);
  expect(countOf(problems)).toBe(5000);
});

test("a reading that is given up ends and lets go of its source", async () => {
  const ending = new AbortController();
  let closed = false;
  async function* endless(): ByteSource {
    try {
      yield new TextEncoder().encode('{"log":{"entries":[');
      for (;;) yield new TextEncoder().encode(`${entry("a")},`);
    } finally {
      closed = true;
    }
  }
  const reading = readHar(endless(), {
    wantsBody,
    signal: ending.signal,
    onEntries: () => ending.abort(new Error("given up")),
  });
  await expect(reading).rejects.toThrow("given up");
  expect(closed).toBe(true);
});

test("white space that JSON does not know neither stops nor repeats the reading", async () => {
  expect((await read(log(entry("a"), "\f", "\u00a0"))).count).toBe(3);
});

test("an entry that is not JSON costs no other", async () => {
  const file = await read(log(entry("a"), '{"request": undefined}', entry("c")));
  expect(file.entries.map(({ index }) => index)).toEqual([0, 2]);
  expect(file.problems).toContainEqual({
    entry: 1,
    reason: expect.stringMatching(/at byte \d+ is not JSON/),
    lost: true,
  });
});

test.each([
  ["", /empty/],
  [" \n", /empty/],
  ["<!DOCTYPE html><html></html>", /HTML/],
  ["PK\u0003\u0004…", /ZIP/],
  ["\u001f\uFFFD\b…", /gzip/],
  ['{\n  "log": oops }', /not JSON at byte 11, where a value was expected/],
  ["{}", /no entries/],
  ['{"log":{"version":"1.2"}}', /log has no entries/],
  ['{"log":{"entries":{}}}', /entries are an object/],
  ["[1,2]", /list/],
  ["null", /null/],
  ['"text"', /string/],
])("%j is refused in one sentence that says what was expected", async (text, reason) => {
  const reading = read(text);
  await expect(reading).rejects.toThrow(NotHarError);
  await expect(reading).rejects.toThrow(reason);
  await expect(reading).rejects.toThrow(/log\.entries\.$/);
});
