import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entriesOf, type Mix } from "./har-entries.ts";
import { randomFrom } from "./random.ts";

/** A capture to measure with. */
export interface HarSpecification {
  readonly mix: Mix;
  readonly layout: "pretty" | "compact";
  readonly megabytes: number;
}

export interface MadeHar extends HarSpecification {
  readonly name: string;
  readonly path: string;
  readonly entries: number;
  readonly refused: number;
}

const folder = join(tmpdir(), "apigw403-bench");

/** Counts the changes to what is made, so that a file of an earlier version is not taken. */
const version = 1;

/** Makes a capture of about this size in a temporary folder; one that was made before is taken again. */
export async function makeHar(specification: HarSpecification): Promise<MadeHar> {
  const { mix, layout, megabytes } = specification;
  const name = `${mix}-${layout}-${megabytes}`;
  const path = join(folder, `${name}-v${version}.har`);
  const counts = `${path}.json`;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(counts)) writeFileSync(counts, JSON.stringify(await write(specification, path)));
  return { ...specification, name, path, ...JSON.parse(readFileSync(counts, "utf8")) };
}

async function write({ mix, layout, megabytes }: HarSpecification, path: string): Promise<object> {
  const pretty = layout === "pretty";
  const file = await open(`${path}.part`, "w");
  const [before = "", after = ""] = JSON.stringify(shell, null, pretty ? 2 : 0).split('"ENTRIES"');
  await file.write(before);
  let [size, entries, refused] = [0, 0, 0];
  for (const made of entriesOf(mix, randomFrom(403))) {
    const text = textOf(made.entry, pretty);
    await file.write(entries === 0 ? text : `,${text}`);
    size += Buffer.byteLength(text) + 1;
    entries++;
    if (made.refused) refused++;
    if (size >= megabytes * 1e6) break;
  }
  await file.write(pretty ? `\n    ${after}` : after);
  await file.close();
  renameSync(`${path}.part`, path);
  return { entries, refused };
}

const shell = {
  log: { version: "1.2", creator: { name: "WebInspector", version: "537.36" }, pages: [], entries: ["ENTRIES"] },
};

function textOf(entry: object, pretty: boolean): string {
  return pretty ? `\n      ${JSON.stringify(entry, null, 2).replaceAll("\n", "\n      ")}` : JSON.stringify(entry);
}
