import { basename, join } from "node:path";
import { bytesOf } from "../capture/byte-source.ts";
import { annotatedFile } from "../reports/har/annotated-file.ts";
import type { HarMask } from "../reports/har/har-mask.ts";
import { minimalHar } from "../reports/har/minimal-har.ts";
import type { DiagnoseOptions } from "../reports/har/round-trip.ts";
import type { DiagnosedFiles } from "./diagnose.ts";
import type { Opened } from "./open-files.ts";

/** A file to be written, and what is to stand in it. */
export interface HarOutput {
  /** For a folder that several are written to. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The capture itself, each refused entry with its diagnosis; null where it was not read, or cannot be read again. */
export function annotatedOutput(
  opened: Opened,
  { explanations }: DiagnosedFiles,
  mask: HarMask | null,
): HarOutput | null {
  if (!("har" in opened) || opened.original === undefined) return null;
  const { bytes, attached } = opened.original;
  const own = explanations.filter(({ diagnosis }) => diagnosis.file === opened.har.name);
  const content = annotatedFile(bytesOf(bytes), opened.har, { explanations: own, mask, attached });
  return { name: nameOf(opened.name, "annotated"), content };
}

/** What proves the diagnoses. */
export function minimalOutput(
  name: string,
  { recorded, explanations }: DiagnosedFiles,
  options: DiagnoseOptions & { readonly mask: HarMask | null },
): HarOutput {
  const text = () => minimalHar(recorded, explanations, options).text;
  return { name: nameOf(name, "minimal"), content: encoded(text) };
}

async function* encoded(text: () => string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text());
}

/** `captures/a.har.gz` as `a.minimal.har`. */
function nameOf(path: string, kind: string): string {
  const stem = basename(path).replace(/(?:\.(?:har|json|gz|br|zst|zip)){1,4}$/i, "");
  return `${stem === "" || stem === "-" ? "capture" : stem}.${kind}.har`;
}

/** Paths in the folder, each used once: a second file of a name gets a number. */
export function pathsIn(folder: string): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    let free = name;
    for (let number = 2; used.has(free); number++) free = name.replace(/\.(\w+)\.har$/, ` (${number}).$1.har`);
    used.add(free);
    return join(folder, free);
  };
}
