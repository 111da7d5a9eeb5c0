import type { HarProblem } from "../entry.ts";
import { asFields, type Fields, field } from "./fields.ts";
import { notHar } from "./not-har.ts";

/** What a file holds outside of its entries. */
export interface Log {
  readonly creator: unknown;
  /** The file is an entry itself. */
  readonly isEntry: boolean;
  readonly problems: readonly HarProblem[];
}

/**
 * Recognises the shape that a producer wrote: `{log}`, a bare log, a list of entries, a single entry. Throws
 * `NotHarError` where it is none of them.
 * @param json the file as JSON, its lists of entries empty
 * @param seen how many lists of entries there were, and whether an element of one was a request
 */
export function logOf(json: unknown, seen: { readonly lists: number; readonly request: boolean }): Log {
  if (Array.isArray(json)) {
    if (!seen.request) throw notHar("The file is a JSON list, but not of requests");
    return { creator: undefined, isEntry: false, problems: [] };
  }
  const fields = asFields(json);
  if (fields === null) throw notHar(`The file is JSON, but holds only ${kindOf(json)}`);
  const log = asFields(field(fields, "log"));
  if (seen.lists > 0) return withEntries(log ?? fields, seen.lists);
  if (log !== null) return withoutEntries(log, "its log has");
  if (asFields(field(fields, "request")) !== null) return { creator: undefined, isEntry: true, problems: [] };
  return withoutEntries(fields, "it has");
}

function withEntries(log: Fields, lists: number): Log {
  const problems = lists === 1 ? [] : [fileProblem(`The file has ${lists} lists of entries; all were read`)];
  return { creator: field(log, "creator"), isEntry: false, problems };
}

function withoutEntries(log: Fields, subject: string): Log {
  const entries = field(log, "entries");
  if (entries === null) {
    return { creator: field(log, "creator"), isEntry: false, problems: [fileProblem("log.entries is null")] };
  }
  if (entries !== undefined) throw notHar(`The file's entries are ${kindOf(entries)}, not a list`);
  throw notHar(`The file is no HAR file: ${subject} no entries`);
}

/** What the file says about its producer. */
export function creatorIn(json: unknown): unknown {
  const fields = asFields(json);
  return field(asFields(field(fields, "log")) ?? fields, "creator");
}

/** A problem of the file as a whole. */
export function fileProblem(reason: string): HarProblem {
  return { entry: null, reason, lost: false };
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
