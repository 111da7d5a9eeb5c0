import { asFields, type Fields, field } from "./fields.ts";
import { notHar } from "./not-har.ts";
import { fileProblem, type RawLog } from "./raw-log.ts";

/**
 * Finds the log in whatever shape a producer wrote: `{log}`, a bare log, a list of entries, a single entry.
 * Throws `NotHarError` where there is none.
 */
export function findLog(json: unknown): RawLog {
  if (Array.isArray(json)) return fromList(json);
  const fields = asFields(json);
  if (fields === null) throw notHar(`The file is JSON, but holds only ${kindOf(json)}`);
  const log = asFields(field(fields, "log"));
  if (log !== null) return fromLog(log, "log has");
  if (isEntry(fields)) return rawLog(undefined, [fields]);
  return fromLog(fields, "the file has");
}

function fromList(list: readonly unknown[]): RawLog {
  if (!list.some((each) => isEntry(asFields(each)))) throw notHar("The file is a JSON list, but not of requests");
  return rawLog(undefined, list);
}

function fromLog(log: Fields, subject: string): RawLog {
  const entries = field(log, "entries");
  const creator = field(log, "creator");
  if (Array.isArray(entries)) return rawLog(creator, entries);
  if (entries === null) return { creator, entries: [], problems: [fileProblem("log.entries is null")] };
  if (entries !== undefined) throw notHar(`The file is JSON, but its entries are ${kindOf(entries)}`);
  throw notHar(`The file is JSON, but ${subject} no entries`);
}

function isEntry(fields: Fields | null): boolean {
  return asFields(field(fields, "request")) !== null;
}

function rawLog(creator: unknown, entries: readonly unknown[]): RawLog {
  return { creator, entries: entries.map((value) => ({ value })), problems: [] };
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
