import type { Exchange } from "../exchange/exchange.ts";
import { groupBy } from "./group-by.ts";
import { announcedCall, apiKeyOrNone, call, credentialOrNone, firstSegment, hostname, path } from "./properties.ts";
import { liveFile } from "./recording.ts";
import type { Property } from "./selection.ts";
import type { Sessions } from "./sessions.ts";

/** How many live requests are kept, so that a page may be watched for days. Requests of files are all kept. */
export const keptAtMost = 10_000;

/** How many more may come before some are evicted: each eviction looks at all requests. */
const slack = 1000;

/** Requests that are kept no longer, in order of arrival. */
export interface Evictable {
  readonly allowed: readonly Exchange[];
  /** Refused, or stopped by a refused preflight. */
  readonly refused: readonly Exchange[];
}

/**
 * Picks what to let go of where DevTools handed over more than is kept; null where they did not. The oldest go first:
 * of those that were not refused and show nothing about a refusal; then of those that do, which are the nearest on either
 * side of a refusal that a diagnosis may compare it with; of the refused only where nothing else is left.
 */
export function toEvict({
  exchanges,
  refusedRequests: subjects,
}: Pick<Sessions, "exchanges" | "refusedRequests">): Evictable | null {
  const live = exchanges.filter(({ file }) => file === liveFile);
  if (live.length <= keptAtMost + slack) return null;
  const refused = new Set(subjects.flatMap(({ exchange, blocks }) => [exchange, ...blocks]));
  const evidence = evidenceAmong(live, refused);
  const isPlain = (each: Exchange) => !refused.has(each) && !evidence.has(each);
  const ranked = [
    ...live.filter(isPlain),
    ...live.filter((each) => evidence.has(each)),
    ...live.filter((each) => refused.has(each)),
  ];
  const surplus = ranked.slice(0, live.length - keptAtMost);
  return {
    allowed: surplus.filter((each) => !refused.has(each)),
    refused: surplus.filter((each) => refused.has(each)),
  };
}

/** By these a refusal is compared with what its host was asked besides. */
const compared: readonly Property[] = [hostname, path, call, firstSegment, apiKeyOrNone, credentialOrNone];

function evidenceAmong(live: readonly Exchange[], refused: ReadonlySet<Exchange>): ReadonlySet<Exchange> {
  const evidence = new Set<Exchange>();
  const add = (exchanges: readonly Exchange[], property: Property) => {
    for (const alike of groupBy(exchanges, property).values()) addNearest(alike, refused, evidence);
  };
  for (const onHost of groupBy(live, hostname).values()) {
    if (!onHost.some((each) => refused.has(each))) continue;
    for (const property of compared) add(onHost, property);
    // What passed since the preflight that a refusal rests on does not stand between the two.
    const preflights = onHost.filter((each) => refused.has(each) || each.kind === "preflight");
    add(preflights, (each) => announcedCall(each) ?? call(each));
  }
  return evidence;
}

function addNearest(alike: readonly Exchange[], refused: ReadonlySet<Exchange>, evidence: Set<Exchange>): void {
  for (const [place, each] of alike.entries()) {
    const [before, after] = [alike[place - 1], alike[place + 1]];
    const isNear = (before !== undefined && refused.has(before)) || (after !== undefined && refused.has(after));
    if (isNear && !refused.has(each)) evidence.add(each);
  }
}
