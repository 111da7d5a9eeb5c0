import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { materialBeside } from "../material-beside.ts";

/** Files of real producers. Their licences differ, so that they are no part of this repository. */
const collection = materialBeside("har", "damaged files of real producers");

/** Longer ones would leave time for a few damages only. */
const longest = 60_000;

/** The bytes of files that real producers wrote, where the collection is at hand; none elsewhere. */
export function realHars(): Uint8Array[] {
  if (collection === null) return [];
  return readdirSync(collection)
    .filter((name) => name.endsWith(".har"))
    .map((name) => readFileSync(join(collection, name)))
    .filter(({ length }) => length < longest);
}
