import type { Diagnosis } from "../../diagnosis/diagnosis.ts";
import { explain } from "../../diagnosis/examine.ts";
import type { Place } from "../../diagnosis/place.ts";
import type { Rule } from "../../diagnosis/rule.ts";
import type { Producer } from "../../har/entry.ts";
import { repairEntry } from "../../har/repair.ts";
import { openSession } from "../../session/open-session.ts";
import type { Recorded } from "../../session/recording.ts";
import type { HarMask } from "./har-mask.ts";
import { writtenEntry } from "./written-entry.ts";

/** A request as it would be written to a file, and as it would be read from there. */
export interface Retold {
  readonly place: Place;
  readonly host: string;
  readonly written: unknown;
  readonly read: Recorded;
}

/** How requests are written. */
export interface Writing {
  readonly producer: Producer;
  /** Masks secrets; null where everything is kept. */
  readonly mask: HarMask | null;
}

/** Writes each request out and reads it again. What cannot be read again is left out. */
export function retold(recorded: readonly Recorded[], { producer, mask }: Writing): Retold[] {
  return recorded.flatMap(({ file, index, entry }, position) => {
    const plain = writtenEntry(entry);
    const written = mask === null ? plain : mask.masked(plain);
    const repair = repairEntry(written);
    if ("lost" in repair) return [];
    const read = { file: "", index: position, producer, entry: repair.entry, bodyLost: null };
    return [{ place: { file, entry: index }, host: new URL(entry.request.url).hostname, written, read }];
  });
}

export interface Judging {
  readonly rules: readonly Rule[];
  /** The user's own API hosts, wildcards allowed. */
  readonly apiHosts: readonly string[];
}

/** Whether the requests, read again, give each of these refusals the diagnosis that is expected of it. */
export function givesSame(
  some: readonly Retold[],
  expected: ReadonlyMap<Retold, Diagnosis>,
  { rules, apiHosts }: Judging,
): boolean {
  const session = openSession(
    some.map(({ read }) => read),
    apiHosts,
  );
  const subjects = new Map(session.subjects.map((subject) => [subject.exchange.entry, subject]));
  return [...expected].every(([{ read }, diagnosis]) => {
    const subject = subjects.get(read.index);
    const found = subject === undefined ? null : explain(subject, session, rules).explanation;
    return found !== null && isSame(found.diagnosis, diagnosis);
  });
}

/** How far a probability may be off; it is shown in whole hundredths. */
const near = 0.02;

/** An alternative of less may fall below what is listed. */
const telling = 0.05;

/** The same cause, as sure, before the same others. */
export function isSame(one: Diagnosis, other: Diagnosis): boolean {
  if (one.cause !== other.cause || one.confidence !== other.confidence) return false;
  if (Math.abs(one.probability - other.probability) > near) return false;
  const [ranking, expected] = [one, other].map(({ alternatives }) =>
    alternatives.filter(({ probability }) => probability >= telling).map(({ cause }) => cause),
  );
  return ranking?.join() === expected?.join();
}
