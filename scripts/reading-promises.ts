import { deepStrictEqual, ok } from "node:assert/strict";
import type { HarEntry, HarFile, IndexedEntry } from "../src/capture/entry.ts";
import { NotHarError } from "../src/capture/har/not-har.ts";
import { readHarFile } from "../src/capture/har/read.ts";
import { lostEntries } from "../src/capture/problem-list.ts";
import { inPieces } from "../testing/oracles/in-pieces.ts";
import { parsedAtOnce } from "../testing/oracles/parsed-at-once.ts";

/** Milliseconds in which a file of a megabyte or less has to be read, on a machine that is busy with other things. */
const longest = 10_000;

function wantsBody({ response }: HarEntry): boolean {
  return response.status >= 400 && response.status < 500;
}

/**
 * Throws where the reading of a file, whatever is in it, breaks what it promises: it ends, with a file or with a reason
 * for people; every entry is counted; none is invented; and how the file comes in pieces makes no difference.
 */
export async function holdReadingTo(bytes: Uint8Array, pieceSize: number): Promise<void> {
  const started = performance.now();
  const file = await read(bytes, pieceSize);
  ok(performance.now() - started < longest, "took too long");
  deepStrictEqual(file, await read(bytes, bytes.length + 1), `in pieces of ${pieceSize} bytes`);
  const expected = await parsedAtOnce(bytes, wantsBody);
  if (file === null) return;
  deepStrictEqual(file.entries.length + lostEntries(file.problems), file.count, "the counts add up");
  for (const entry of file.entries) await holdEntryTo(entry, bytes);
  if (expected !== null) deepStrictEqual(inPlaces(file), expected, "as JSON.parse has it");
}

/** Null where the bytes are no HAR file. */
async function read(bytes: Uint8Array, pieceSize: number): Promise<HarFile | null> {
  try {
    return await readHarFile("a.har", inPieces(bytes, pieceSize), { wantsBody });
  } catch (error) {
    if (error instanceof NotHarError) return null;
    throw error;
  }
}

/** An entry is what its bytes are. Where a flaw is in a part that nobody reads, its bytes are no JSON. */
async function holdEntryTo({ start, end, entry }: IndexedEntry, bytes: Uint8Array): Promise<void> {
  const own = bytes.subarray(start, end);
  const parsed = await parsedAtOnce(Buffer.concat([Buffer.from("["), own, Buffer.from("]")]), wantsBody);
  if (parsed !== null) deepStrictEqual([entry], parsed, "an entry is what its bytes are");
}

function inPlaces({ count, entries }: HarFile): (HarEntry | null)[] {
  const places: (HarEntry | null)[] = new Array(count).fill(null);
  for (const { index, entry } of entries) places[index] = entry;
  return places;
}
