import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { materialBeside } from "../../../testing/material-beside.ts";
import { inPieces } from "../../../testing/oracles/in-pieces.ts";
import { NotHarError, readHarFile } from "./read.ts";

/** Files of real producers. Their licences differ, so that they are no part of this repository. */
const folders = ["har", "cases/real", "cases/derived", "cases/negative"].flatMap(
  (folder) => materialBeside(folder, `files of real producers open: ${folder}`) ?? [],
);

/** Files of the collection that are broken on purpose: no `log.entries` at all. */
const notHar = ["harviewer__not-valid.har", "mitmproxy__brokenfile.har"];

const files = folders
  .flatMap((folder) => readdirSync(folder).map((name) => ({ name, path: join(folder, name) })))
  .filter(({ name }) => name.endsWith(".har"));

describe.skipIf(files.length === 0)("files of real producers", () => {
  test.each(files.filter(({ name }) => !notHar.includes(name)))("$name opens", async ({ name, path }) => {
    const file = await readHarFile(name, inPieces(readFileSync(path)), { wantsBody: () => true });
    expect(file.count).toBeGreaterThan(0);
    const lost = file.problems.filter((problem) => problem.lost);
    expect(file.entries.length + lost.length).toBe(file.count);
  });

  test.each(files.filter(({ name }) => notHar.includes(name)))(
    "$name is refused with a reason",
    async ({ name, path }) => {
      const reading = readHarFile(name, inPieces(readFileSync(path)), { wantsBody: () => true });
      await expect(reading).rejects.toThrow(NotHarError);
    },
  );
});
