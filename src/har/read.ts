import type { HarFile, HarProblem, IndexedEntry, Producer } from "./entry.ts";
import { asFields, field, textOrNull } from "./fields.ts";
import { findLog } from "./find-log.ts";
import { findJsonFlaw } from "./json-flaw.ts";
import { notHar } from "./not-har.ts";
import { placeIn } from "./place.ts";
import type { RawEntry, RawLog } from "./raw-log.ts";
import { recogniseOther } from "./recognise.ts";
import { repairEntry } from "./repair.ts";
import { salvageLog } from "./salvage.ts";
import { unwrap } from "./unwrap.ts";

export { NotHarError } from "./not-har.ts";

/**
 * Reads the text of a HAR file. Entries that cannot be used are listed with their reason and never cost the others;
 * a file that was cut off gives every entry before the cut. Throws `NotHarError` where the text is no HAR file.
 */
export function readHarFile(name: string, text: string): HarFile {
  const json = unwrap(text);
  const other = recogniseOther(json);
  if (other !== null) throw notHar(other);
  return repairLog(name, readLog(json));
}

function readLog(json: string): RawLog {
  const parsed = parse(json);
  if (parsed !== null) return findLog(parsed.value);
  const salvaged = salvageLog(json);
  if (salvaged !== null) return salvaged;
  throw notHar(`The file is not JSON${flawOf(json)}`);
}

function parse(json: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return null;
  }
}

function flawOf(json: string): string {
  const flaw = findJsonFlaw(json);
  return flaw === null ? "" : ` at ${placeIn(json, flaw.offset)}, where ${flaw.expected} was expected`;
}

function repairLog(name: string, log: RawLog): HarFile {
  const entries: IndexedEntry[] = [];
  const problems: HarProblem[] = [...log.problems];
  for (const [index, raw] of log.entries.entries()) {
    const repaired = repairRaw(raw);
    if ("lost" in repaired) {
      problems.push({ entry: index, reason: repaired.lost, lost: true });
      continue;
    }
    entries.push({ index, entry: repaired.entry });
    problems.push(...repaired.problems.map((reason) => ({ entry: index, reason, lost: false })));
  }
  return { name, producer: readProducer(log.creator), count: log.entries.length, entries, problems };
}

function repairRaw(raw: RawEntry): ReturnType<typeof repairEntry> {
  return "lost" in raw ? raw : repairEntry(raw.value);
}

function readProducer(creator: unknown): Producer {
  const fields = asFields(creator);
  return {
    name: textOrNull(field(fields, "name")) ?? "unknown",
    version: textOrNull(field(fields, "version")) ?? "",
    live: false,
  };
}
