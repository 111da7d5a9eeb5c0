import type { Row } from "../src/examiner/messages.ts";
import { groupBy } from "../src/session/group-by.ts";

/** A refused request and those that it stopped. */
export interface Refusal {
  readonly row: Row;
  readonly stopped: readonly Row[];
}

/** What the list is narrowed to. */
export type Scope = "api-gateway" | "all";

/** The refused requests, in order of arrival, each with those that it stopped. */
export function refusalsOf(rows: readonly Row[]): readonly Refusal[] {
  const stopped = groupBy(rows, ({ stoppedBy }) => stoppedBy);
  return (stopped.get(null) ?? []).map((row) => ({ row, stopped: stopped.get(row.key) ?? [] }));
}

/** The lines of the list: each refused request, then those that it stopped. */
export function linesOf(refusals: readonly Refusal[]): readonly Row[] {
  return refusals.flatMap(({ row, stopped }) => [row, ...stopped]);
}

/** The refusals that a scope and a filter text let through. */
export function narrowed(refusals: readonly Refusal[], scope: Scope, filter: string): readonly Refusal[] {
  const wanted = filter.trim().toLowerCase();
  return refusals.filter((refusal) => inScope(refusal, scope) && (wanted === "" || mentions(refusal, wanted)));
}

function inScope({ row }: Refusal, scope: Scope): boolean {
  return scope === "all" || row.apiGateway;
}

function mentions({ row, stopped }: Refusal, wanted: string): boolean {
  const { method, url, cause, status, title } = row;
  const texts = [method, url, cause, String(status), title, ...stopped.map((each) => each.method)];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
