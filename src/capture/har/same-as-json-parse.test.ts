import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { materialBeside } from "../../../testing/material-beside.ts";
import { inPieces } from "../../../testing/oracles/in-pieces.ts";
import { parsedAtOnce } from "../../../testing/oracles/parsed-at-once.ts";
import type { HarEntry } from "../entry.ts";
import { NotHarError, readHarFile } from "./read.ts";

function wantsBody({ response }: HarEntry): boolean {
  return response.status >= 400 && response.status < 500;
}

async function expectSame(bytes: Uint8Array, sizes: readonly number[]): Promise<void> {
  const expected = await parsedAtOnce(bytes, wantsBody);
  for (const size of sizes) {
    const file = await readHarFile("a.har", inPieces(bytes, size), { wantsBody });
    const entries: (HarEntry | null)[] = new Array(file.count).fill(null);
    for (const { index, entry } of file.entries) entries[index] = entry;
    expect(entries, `in pieces of ${size} bytes`).toEqual(expected);
  }
}

const url = "https://x.example.com/a";

function harOf(entries: readonly unknown[], log: object = {}): unknown {
  return { log: { version: "1.2", creator: { name: "Maker", version: "1" }, pages: [], ...log, entries } };
}

function entry(status: number, text: string, more: object = {}): object {
  const headers = [{ name: "content-type", value: 'text/plain; charset="utf-8"' }];
  return {
    startedDateTime: "2024-05-06T10:30:15.123Z",
    request: {
      method: "POST",
      url,
      headers,
      cookies: [{ name: "a", value: "}]" }],
      postData: { text: "x".repeat(300) },
    },
    response: { status, headers, content: { size: 3, mimeType: "text/plain", text }, redirectURL: "" },
    timings: { send: 0, wait: 3.5 },
    _initiator: { stack: [{ "url\\": '{["\\' }] },
    ...more,
  };
}

const body = `{"a":"\\u00e9 \\" \\\\","b":["}{]["]}\n\t日本 🙂 \u2028`.repeat(20);

const entries = [
  entry(200, body),
  entry(403, body),
  entry(404, ""),
  entry(200, ""),
  null,
  17.5e3,
  "text",
  [[{ request: { url } }]],
  {},
  { response: { content: { text: body, size: 1 }, status: 403 }, request: { url } },
  entry(403, body.replaceAll("a", "\\")),
  entry(200, "\\".repeat(200)),
  JSON.parse(`{"__proto__":{"request":{"url":"${url}"}},"constructor":1}`),
  { request: { url, headers: { a: ["1", "2"] } }, response: { status: "403", content: "none" } },
  { request: [], response: {} },
];

function texts(): Record<string, string> {
  const file = harOf(entries);
  const pretty = JSON.stringify(file, null, 2);
  return {
    compact: JSON.stringify(file),
    pretty,
    tabs: JSON.stringify(file, null, "\t"),
    CRLF: pretty.replaceAll("\n", "\r\n"),
    "without indentation": pretty.replaceAll(/\n */g, "\n"),
    "two members on a line": pretty.replaceAll(/,\n +"(size|redirectURL|_initiator)/g, ', "$1'),
    "blanks before colons": pretty.replaceAll('": ', '" \r\n:\t'),
    "a byte order mark": `\uFEFF${pretty}`,
    "escaped names": pretty.replaceAll('"text"', '"te\\u0078t"').replaceAll('"request"', '"\\u0072equest"'),
    "entries before creator": JSON.stringify({ log: { entries, creator: { name: "Maker" } } }),
    "a list of entries": JSON.stringify(entries),
    "a log itself": JSON.stringify({ entries, creator: null }),
    "one entry": JSON.stringify(entry(403, body)),
    "a JSONP call": `onInputData(${pretty});\n`,
    "huge numbers": pretty.replaceAll(": 3,", `: ${"9".repeat(400)}.5e-7,`),
    "members twice": pretty.replaceAll('"size": 3,', '"size": 3, "text": "early", "text": ["late"], "text": "x",'),
    "objects twice": pretty.replaceAll('"content": {', '"content": { "text": "early" }, "content": {'),
    "a body that a later object replaces": pretty.replaceAll(
      '"redirectURL"',
      '"content": { "size": 7 }, "redirectURL"',
    ),
    "a number for a body": pretty.replaceAll(/"text": "(?=\{)/g, '"text": 0, "was": "'),
    "deep nesting": pretty.replaceAll(
      '"_initiator": {',
      `"_deep": ${"[".repeat(5000)}${"]".repeat(5000)}, "_initiator": {`,
    ),
    empty: JSON.stringify(harOf([])),
  };
}

describe("entries are those that JSON.parse would give", () => {
  test.each(Object.entries(texts()))("%s", async (_, text) => {
    await expectSame(new TextEncoder().encode(text), [1, 2, 3, 7, 64, 1000, 1 << 20]);
  });

  test("UTF-16, with and without a byte order mark", async () => {
    const [pretty] = [texts()["pretty"] ?? ""];
    await expectSame(Buffer.from(`\uFEFF${pretty}`, "utf16le"), [1, 2, 3, 1000]);
    const little = Buffer.from(pretty, "utf16le");
    const big = Buffer.from(`\uFEFF${pretty}`, "utf16le").swap16();
    const whole = await readHarFile("a.har", inPieces(pretty), { wantsBody });
    for (const [name, bytes] of [
      ["utf-16le", little],
      ["utf-16be", big],
      ["utf-16be", big.subarray(2)],
    ] as const) {
      for (const size of [5, 1 << 20]) {
        const file = await readHarFile("a.har", inPieces(bytes, size), { wantsBody });
        expect(file.entries.map(({ entry }) => entry)).toEqual(whole.entries.map(({ entry }) => entry));
        for (const { index, start, end } of file.entries) {
          const own = new TextDecoder(name).decode(bytes.subarray(start, end));
          expect(JSON.parse(own), `${name} in pieces of ${size}`).toEqual(entries[index]);
        }
      }
    }
  });

  test("where a file in UTF-16 is cut off is told by its own bytes", async () => {
    const bytes = Buffer.from(`\uFEFF${texts()["pretty"] ?? ""}`, "utf16le").subarray(0, 6001);
    const { problems } = await readHarFile("a.har", inPieces(bytes, 999), { wantsBody });
    expect(problems.at(-1)?.reason).toContain("at byte 6000");
  });

  test("bytes that are no UTF-8, also where they would end a string", async () => {
    const bytes = Buffer.from(JSON.stringify(harOf([entry(403, "~~~"), entry(200, "~~~")]), null, 1));
    for (const invalid of [0xff, 0xc3, 0xe2, 0xf0, 0x80, 0xed]) {
      await expectSame(
        bytes.map((byte) => (byte === 0x7e ? invalid : byte)),
        [1, 3, 1 << 20],
      );
    }
  });

  test("an entry's offsets are those of its bytes", async () => {
    const bytes = Buffer.from(texts()["pretty"] ?? "");
    for (const size of [5, 1 << 20]) {
      const file = await readHarFile("a.har", inPieces(bytes, size), { wantsBody });
      for (const { index, start, end } of file.entries) {
        expect(JSON.parse(bytes.subarray(start, end).toString())).toEqual(entries[index]);
      }
    }
  });
});

function filesIn(folder: string, extension: string): { readonly name: string; readonly path: string }[] {
  const path = materialBeside(folder, `the same as JSON.parse: ${folder}`);
  if (path === null) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(extension))
    .map((name) => ({ name, path: join(path, name) }));
}

const captures = ["har", "cases/real", "cases/derived", "cases/negative"].flatMap((each) => filesIn(each, ".har"));
const suite = filesIn("suites/json", ".json");

describe.skipIf(captures.length === 0)("the same for files of real producers", () => {
  test.each(captures)("$name", async ({ path }) => {
    const bytes = readFileSync(path);
    if ((await parsedAtOnce(bytes, wantsBody)) === null) return;
    await expectSame(bytes, bytes.length < 300_000 ? [1, 1000, 65_536] : [4093, 65_536]);
  });
});

describe.skipIf(suite.length === 0)("a suite for JSON parsers", () => {
  test.each(suite)("$name as a file", async ({ name, path }) => {
    const reading = readHarFile(name, inPieces(readFileSync(path), 3), { wantsBody });
    await expect(reading).rejects.toThrow(NotHarError);
    if (name.startsWith("y_")) await expect(reading).rejects.not.toThrow(/not JSON/);
  });

  test.each(suite)("$name as a part of an entry that is read", async ({ path }) => {
    const part = readFileSync(path);
    const [before = "", after = ""] = JSON.stringify(harOf([entry(403, "b", { _resourceType: "PART" })])).split(
      '"PART"',
    );
    const bytes = Buffer.concat([Buffer.from(before), part, Buffer.from(after)]);
    if ((await parsedAtOnce(bytes, wantsBody)) !== null) return expectSame(bytes, [1, 4, 65_536]);
    const outcome = await readHarFile("a.har", inPieces(bytes, 4), { wantsBody }).catch((error: unknown) => error);
    if (!(outcome instanceof NotHarError)) expect(outcome).toHaveProperty("problems.0");
  });
});
