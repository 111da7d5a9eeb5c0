import { groupBy } from "../../src/session/group-by.ts";
import type { Row, Verdict } from "../../src/worker/protocol.ts";
import { type ColumnId, columns } from "./columns.ts";
import type { Entry } from "./entries.ts";

/** How the list is sorted; null is the order of arrival. */
export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** One line of the list: a request, or the head of those that share a root cause. */
export type Line =
  | { readonly kind: "request"; readonly key: string; readonly row: Row; readonly level: 1 | 2 }
  | { readonly kind: "finding"; readonly key: string; readonly finding: FindingLine };

/** The head of the requests that share a root cause. */
export interface FindingLine {
  readonly verdict: Verdict;
  /** Requests that were refused, and requests that those stopped. */
  readonly refused: number;
  readonly stopped: number;
  readonly host: string;
  /** When the first of them began; milliseconds since the epoch. */
  readonly since: number | null;
  readonly open: boolean;
}

/** The lines of the list in the order of a sorting, every request followed by those that it stopped. */
export function flatLines(entries: readonly Entry[], sorting: Sorting | null): readonly Line[] {
  return sorted(entries, sorting).flatMap((entry) => requestLines(entry, 1));
}

/**
 * The lines of the list under heads of root causes: those of API Gateway first, then by how many requests they have.
 * A cause of one request needs no head. Requests that were not refused have none either, and come last.
 * @param closed keys of the heads whose requests are folded away
 */
export function groupedLines(
  entries: readonly Entry[],
  sorting: Sorting | null,
  closed: ReadonlySet<string>,
): readonly Line[] {
  const allowed = entries.filter(({ row }) => row.verdict === null);
  return [
    ...findingsIn(entries).flatMap((group) => findingLines(group, sorting, closed)),
    ...sorted(allowed, sorting).flatMap((entry) => requestLines(entry, 1)),
  ];
}

/** A root cause with all requests of the list that share it. */
export interface FindingGroup extends Omit<FindingLine, "open"> {
  readonly key: string;
  readonly entries: readonly Entry[];
}

/** The root causes behind the refused requests: API Gateway's first, then those with the most requests. */
export function findingsIn(entries: readonly Entry[]): readonly FindingGroup[] {
  const refused = entries.filter(({ row }) => row.verdict !== null);
  const groups = [...groupBy(refused, ({ row }) => row.verdict?.finding).values()];
  return groups.toSorted((a, b) => weightOf(b) - weightOf(a)).flatMap(groupOf);
}

function groupOf(entries: readonly Entry[]): readonly FindingGroup[] {
  const verdict = surest(entries);
  return verdict === null ? [] : [{ key: `finding ${verdict.finding}`, entries, verdict, ...sumOf(entries) }];
}

function findingLines(
  { key, entries, ...finding }: FindingGroup,
  sorting: Sorting | null,
  closed: ReadonlySet<string>,
): readonly Line[] {
  if (entries.length === 1) return entries.flatMap((entry) => requestLines(entry, 1));
  const open = !closed.has(key);
  const head: Line = { kind: "finding", key, finding: { ...finding, open } };
  return open ? [head, ...sorted(entries, sorting).flatMap((entry) => requestLines(entry, 2))] : [head];
}

function surest(group: readonly Entry[]): Verdict | null {
  return group.reduce<Verdict | null>(
    (best, { row: { verdict } }) => ((verdict?.probability ?? 0) > (best?.probability ?? -1) ? verdict : best),
    null,
  );
}

function sumOf(group: readonly Entry[]): Omit<FindingLine, "verdict" | "open"> {
  const starts = group.flatMap(({ row }) => row.startedAt ?? []);
  const hosts = new Set(group.map(({ row }) => row.host));
  return {
    refused: group.length,
    stopped: group.reduce((sum, { stopped }) => sum + stopped.length, 0),
    host: hosts.size === 1 ? (group[0]?.row.host ?? "") : `${hosts.size} hosts`,
    since: starts.reduce<number | null>((first, each) => (first === null ? each : Math.min(first, each)), null),
  };
}

/** Causes outside API Gateway come last, however many requests they have. */
function weightOf(group: readonly Entry[]): number {
  const isOurs = group.some(({ row }) => row.verdict?.apiGateway);
  return isOurs ? group.length : group.length / Number.MAX_SAFE_INTEGER;
}

function requestLines({ row, stopped }: Entry, level: 1 | 2): readonly Line[] {
  const lines = [row, ...stopped];
  return lines.map((each) => ({ kind: "request", key: each.key, row: each, level }));
}

function sorted(entries: readonly Entry[], sorting: Sorting | null): readonly Entry[] {
  const column = columns.find(({ id }) => id === sorting?.column);
  if (sorting === null || column === undefined) return entries;
  const direction = sorting.descending ? -1 : 1;
  const keyed = entries.map((entry) => ({ entry, key: column.sortKey(entry.row) }));
  return keyed.toSorted((a, b) => compare(a.key, b.key, direction)).map(({ entry }) => entry);
}

function compare(one: string | number | null, other: string | number | null, direction: number): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -direction : direction;
}
