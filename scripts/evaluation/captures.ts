import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openFile } from "../../src/cli/open-files.ts";
import { Recording } from "../../src/session/recording.ts";
import { materialBeside } from "../../testing/material-beside.ts";
import type { Corpus, Label, LabelledRecording, Strength } from "./label.ts";

/** Captures whose cause is known. They are no part of this repository. */
const capturesFolder = materialBeside("cases", "captures with known causes") ?? "";

const folders = ["real", "derived", "negative", "faults"].filter((folder) => existsSync(join(capturesFolder, folder)));

/** A row of a folder's `expected.json`. */
interface Row extends Pick<Label, "accept" | "apiGateway"> {
  readonly file: string;
  readonly entryIndex: number | null;
  readonly cause: string;
  readonly ambiguous: boolean;
  readonly strength: Strength;
}

/** Reads the captures; null where there are none at hand. A file that does not open is a problem of the corpus. */
export async function readCaptures(): Promise<Corpus | null> {
  if (folders.length === 0) return null;
  const recordings: LabelledRecording[] = [];
  const problems: string[] = [];
  for (const folder of folders) {
    for (const [file, labels] of labelsByFile(folder)) {
      const name = `${folder}/${file}`;
      for (const opened of await openFile(join(capturesFolder, name))) {
        if ("unreadable" in opened) {
          problems.push(`${name}: ${opened.unreadable}`);
          continue;
        }
        const recording = new Recording();
        recording.addFile({ ...opened.capture, name });
        problems.push(...opened.capture.problems.map(({ entry, reason }) => `${placeOf(name, entry)}: ${reason}`));
        recordings.push({ name, recorded: recording.recorded, labels });
      }
    }
  }
  return { id: "captures", title: "Captures with known causes", recordings, problems };
}

function labelsByFile(folder: string): Map<string, Label[]> {
  const rows: Row[] = JSON.parse(readFileSync(join(capturesFolder, folder, "expected.json"), "utf8"));
  const files = new Map<string, Label[]>();
  for (const row of rows) files.set(row.file, [...(files.get(row.file) ?? []), labelOf(folder, row)]);
  return files;
}

function labelOf(folder: string, { file, entryIndex, cause, accept, apiGateway, ambiguous, strength }: Row): Label {
  const place = placeOf(`${folder}/${file}`, entryIndex);
  const real = folder === "real";
  return { place, entry: entryIndex, cause, accept, isNot: null, apiGateway, ambiguous, strength, real };
}

function placeOf(name: string, entry: number | null): string {
  return entry === null ? name : `${name} #${entry}`;
}
