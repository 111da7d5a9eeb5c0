import type { HarEntry, Producer } from "../../capture/entry.ts";
import { repairEntry } from "../../capture/har/repair.ts";
import { explain } from "../../diagnosis/diagnose.ts";
import type { DiagnosisCore } from "../../diagnosis/diagnosis.ts";
import type { Knowledge } from "../../diagnosis/knowledge.ts";
import type { Place } from "../../diagnosis/place.ts";
import { type Target, targetOf } from "../../exchange/target.ts";
import { openSession } from "../../session/open-session.ts";
import type { Recorded } from "../../session/recording.ts";
import type { HarMask } from "./har-mask.ts";
import { writtenEntry } from "./written-entry.ts";

/** How entries are written. */
export interface Writing {
  readonly producer: Producer;
  /** Masks secrets; null where everything is kept. */
  readonly mask: HarMask | null;
}

/** An entry as a file would hold it, and as a reader would read that; both are computed at the first call. */
export class RoundTripped {
  readonly place: Place;
  readonly #original: HarEntry;
  readonly #position: number;
  readonly #writing: Writing;
  #written: unknown;
  #read: Recorded | null | undefined;

  /** @param position the index of the entry in the file to write */
  constructor({ file, entry: index, har: entry }: Recorded, position: number, writing: Writing) {
    this.place = { file, entry: index };
    this.#original = entry;
    this.#position = position;
    this.#writing = writing;
  }

  get position(): number {
    return this.#position;
  }

  get host(): string {
    return this.#target.hostname;
  }

  get path(): string {
    return this.#target.path;
  }

  /** The first segment of the path, which is the stage on hosts of execute-api. */
  get stage(): string {
    return this.#target.segments[0] ?? "";
  }

  /** Milliseconds since the epoch. */
  get start(): number | null {
    return this.#original.startedDateTime;
  }

  get verb(): string {
    return this.#original.request.method;
  }

  get status(): number {
    return this.#original.response.status;
  }

  get #target(): Target {
    return targetOf(this.#original.request.url);
  }

  get written(): unknown {
    const { mask } = this.#writing;
    const plain = writtenEntry(this.#original);
    this.#written ??= mask === null ? plain : mask.masked(plain);
    return this.#written;
  }

  /** The written entry as a reader reads it; null where it cannot be read. */
  get read(): Recorded | null {
    if (this.#read === undefined) this.#read = this.#readAgain();
    return this.#read;
  }

  #readAgain(): Recorded | null {
    const repair = repairEntry(this.written);
    if ("lost" in repair) return null;
    const { producer } = this.#writing;
    return { file: "", entry: this.#position, producer, har: repair.entry, bodyLost: null };
  }
}

export interface DiagnoseOptions {
  readonly knowledge: Knowledge;
  /** The user's own API hosts, wildcards allowed. */
  readonly apiHosts: readonly string[];
}

/** Whether the entries, read again, give each of these refused requests its expected diagnosis. */
export function givesSame(
  some: readonly RoundTripped[],
  expected: ReadonlyMap<RoundTripped, DiagnosisCore>,
  { knowledge, apiHosts }: DiagnoseOptions,
): boolean {
  const recorded = some.flatMap(({ read }) => read ?? []);
  const session = openSession(recorded, apiHosts);
  const subjects = new Map(session.refusedRequests.map((subject) => [subject.exchange.entry, subject]));
  return [...expected].every(([{ position }, diagnosis]) => {
    const subject = subjects.get(position);
    const found = subject === undefined ? null : explain(subject, session, knowledge).explanation;
    return found !== null && isSame(found.diagnosis, diagnosis);
  });
}

/** How far probabilities may differ; reports show whole hundredths. */
const near = 0.02;

/** The least probability of an alternative that has to be the same; smaller ones may drop out of the list. */
const telling = 0.05;

/** Whether both name the same cause with the same confidence and ranking, and about the same probability. */
export function isSame(one: DiagnosisCore, other: DiagnosisCore): boolean {
  if (one.cause !== other.cause || one.confidence !== other.confidence) return false;
  if (Math.abs(one.probability - other.probability) > near) return false;
  const [ranking, expected] = [one, other].map(({ alternatives }) =>
    alternatives.filter(({ probability }) => probability >= telling).map(({ cause }) => cause),
  );
  return ranking?.join() === expected?.join();
}
