import type { HarEntry, NameValue } from "../../src/capture/entry.ts";
import type { Recorded } from "../../src/session/recording.ts";

/** A recording made otherwise in one respect. Changes compose: each finds its own place in what another has left. */
export interface Change {
  /** What was done, for people. */
  readonly what: string;
  apply(recorded: readonly Recorded[]): readonly Recorded[];
}

/** All changes, one after the other. */
export function applyAll(changes: readonly Change[], recorded: readonly Recorded[]): readonly Recorded[] {
  return changes.reduce((left, { apply }) => apply(left), recorded);
}

/** A change of one entry; nothing happens where that was taken away. */
export function changeEntry({ entry: index }: Recorded, what: string, change: (entry: HarEntry) => HarEntry): Change {
  return {
    what: `#${index} ${what}`,
    apply: (recorded) => recorded.map((each) => (each.entry === index ? { ...each, har: change(each.har) } : each)),
  };
}

export type Side = "request" | "response";

/** Changes the headers of one side of an entry. */
export function changeHeaders(
  recorded: Recorded,
  side: Side,
  what: string,
  change: (headers: readonly NameValue[]) => readonly NameValue[],
): Change {
  return changeEntry(recorded, `${side} ${what}`, (entry) => withHeaders(entry, side, change(entry[side].headers)));
}

function withHeaders(entry: HarEntry, side: Side, headers: readonly NameValue[]): HarEntry {
  return side === "request"
    ? { ...entry, request: { ...entry.request, headers } }
    : { ...entry, response: { ...entry.response, headers } };
}

/** Puts others in the place of one header; nothing happens where that was taken away. */
export function changeHeader(
  recorded: Recorded,
  side: Side,
  header: NameValue,
  what: string,
  instead: readonly NameValue[],
): Change {
  return changeHeaders(recorded, side, `header ${header.name} ${what}`, (headers) =>
    headers.flatMap((each) => (each === header ? instead : [each])),
  );
}

/** A change for every header of an entry, both sides. */
export function forEachHeader(
  { har: entry }: Recorded,
  changes: (side: Side, header: NameValue) => readonly Change[],
): Change[] {
  return (["request", "response"] as const).flatMap((side) =>
    entry[side].headers.flatMap((header) => changes(side, header)),
  );
}
