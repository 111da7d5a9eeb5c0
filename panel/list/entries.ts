import { groupBy } from "../../src/session/group-by.ts";
import type { Row } from "../../src/worker/protocol.ts";

/** A request of the list, and those that it stopped. */
export interface Entry {
  readonly row: Row;
  readonly stopped: readonly Row[];
}

export const scopes = ["api-gateway", "refused", "seen"] as const;

/** What the list is narrowed to. */
export type Scope = (typeof scopes)[number];

/** The requests in order of arrival, each with those that it stopped. */
export function entriesOf(rows: readonly Row[]): readonly Entry[] {
  const stopped = groupBy(
    rows.filter(({ stoppedBy }) => stoppedBy !== null),
    ({ stoppedBy }) => stoppedBy,
  );
  return rows
    .filter(({ stoppedBy }) => stoppedBy === null)
    .map((row) => ({ row, stopped: stopped.get(row.key) ?? nothing }));
}

const nothing: readonly Row[] = [];

/** Whether a scope lets an entry through. */
export function inScope({ row }: Entry, scope: Scope): boolean {
  if (scope === "seen") return true;
  return row.verdict !== null && (scope === "refused" || row.verdict.apiGateway);
}
