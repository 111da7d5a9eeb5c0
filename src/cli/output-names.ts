import { basename, join } from "node:path";
import type { FormatDescription } from "../reports/format.ts";

/** The name of a document about one capture: `captures/a.har.gz` becomes `a.minimal.har`. */
export function outputName(path: string, { baseName, extension }: FormatDescription): string {
  const stem = basename(path).replace(/(?:\.(?:har|json|gz|br|zst|zip)){1,4}$/i, "");
  return `${stem === "" || stem === "-" ? "capture" : stem}.${baseName}.${extension}`;
}

/** Paths in the folder, each used once: a second file of a name gets a number. */
export function pathsIn(folder: string): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    let free = name;
    for (let number = 2; used.has(free); number++) free = name.replace(/(\.[^.]+\.[^.]+)$/, ` (${number})$1`);
    used.add(free);
    return join(folder, free);
  };
}
