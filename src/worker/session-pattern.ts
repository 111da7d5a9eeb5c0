import type { Exchange } from "../exchange/exchange.ts";
import { groupBy } from "../session/group-by.ts";
import { hasResponse } from "../session/request-outcome.ts";
import type { Sessions } from "../session/sessions.ts";
import type { SessionPattern } from "./protocol.ts";

/** Fewer refusals one after the other show no change. */
const fewest = 3;

/**
 * What a look at all refusals shows, where one sentence says it; null where they are of several kinds and no API refuses
 * everything since one moment.
 * @param refused the requests that were refused or stopped
 */
export function sessionPattern(
  { refusedRequests: subjects, exchanges, hosts }: Sessions,
  refused: ReadonlySet<Exchange>,
): SessionPattern | null {
  if (subjects.length === 0) return null;
  if (subjects.every(({ exchange }) => exchange.kind === "preflight")) {
    const stopped = subjects.reduce((sum, { blocks }) => sum + blocks.length, 0);
    return { kind: "only-preflights", refused: subjects.length, stopped };
  }
  const apis = new Set(hosts.flatMap(({ host, isApiGateway: taken }) => (taken ? host : [])));
  const responded = exchanges.filter((each) => apis.has(each.host.hostname) && hasResponse(each));
  const byHost = groupBy(responded, ({ host }) => host.hostname);
  const failing = [...byHost].flatMap(([host, asked]) => failureOf(host, asked, refused) ?? []);
  return failing.toSorted((a, b) => b.refused - a.refused)[0] ?? null;
}

type Failure = Extract<SessionPattern, { readonly kind: "fails-since" }>;

/** Since when a host refuses every request; null if it does not, or if one of its requests has no time. */
function failureOf(host: string, asked: readonly Exchange[], refused: ReadonlySet<Exchange>): Failure | null {
  if (asked.some(({ startedAt }) => !startedAt.known)) return null;
  const others = asked.filter((each) => !refused.has(each));
  if (others.length === 0) return null;
  const last = others.reduce((latest, each) => Math.max(latest, startOf(each)), Number.NEGATIVE_INFINITY);
  const since = asked.map(startOf).filter((start) => start > last);
  if (since.length < fewest) return null;
  const first = since.reduce((earliest, each) => Math.min(earliest, each));
  return { kind: "fails-since", host, since: first, refused: since.length, before: others.length };
}

function startOf({ startedAt }: Exchange): number {
  return startedAt.known ? startedAt.value : Number.NaN;
}
