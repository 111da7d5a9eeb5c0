import { expect, test } from "vitest";
import { inPieces } from "../../../testing/oracles/in-pieces.ts";
import type { Attached } from "../named-bytes.ts";
import { readCapture } from "../read-capture.ts";
import { playwrightTrace } from "./source.ts";

const refused = '{"message":"Forbidden"}';

function snapshot(content: object, status = 403): string {
  return JSON.stringify({
    type: "resource-snapshot",
    snapshot: { request: { method: "GET", url: "https://one.example/" }, response: { status, content } },
  });
}

/** Reads a log whose bodies lie in files of these names. */
function read(lines: readonly string[], bodies: Readonly<Record<string, string>> = {}, size = 7) {
  const attached: Attached = async (name) => {
    const found = bodies[name];
    return found === undefined ? null : new TextEncoder().encode(found);
  };
  const file = { name: "trace.network", source: playwrightTrace, attached };
  const bytes = new TextEncoder().encode(lines.join("\n"));
  return readCapture(file, inPieces(bytes, size), ({ response }) => response.status === 403);
}

test.each([1, 7, 4096])("lines are entries, in pieces of %i bytes; other events are none", async (size) => {
  const lines = [snapshot({ text: refused }), '{"type":"other"}', "", snapshot({ text: "é" }, 200)];
  const { producer, count, entries, problems } = await read(lines, {}, size);
  expect(producer).toEqual({ name: "Playwright", version: "", live: false });
  expect(count).toBe(2);
  expect(entries.map(({ index, entry }) => [index, entry.response.content])).toMatchObject([
    [0, { text: refused }],
    [1, { text: null, unread: true }],
  ]);
  expect(problems.filter(({ lost }) => lost)).toEqual([]);
});

test("bodies of both spellings are read from the files beside the log", async () => {
  const bodies = { "resources/abc.json": refused, "resources/x": "no" };
  const { entries } = await read([snapshot({ _sha1: "abc.json" }), snapshot({ _file: "resources/x" })], bodies);
  expect(entries.map(({ entry }) => entry.response.content.text)).toEqual([refused, "no"]);
});

test("a line that is cut costs its own entry only, which is named", async () => {
  const { count, entries, problems } = await read([snapshot({}), '{"type":"resource-snap', snapshot({})]);
  expect(count).toBe(3);
  expect(entries.map(({ index }) => index)).toEqual([0, 2]);
  expect(problems).toContainEqual({ entry: 1, reason: "The entry is not an object", lost: true });
});
