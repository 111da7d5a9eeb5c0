import type { Exchange } from "../exchange/exchange.ts";
import { exchangeOf } from "../exchange/exchange-of.ts";
import { type ExportTraits, exportTraitsOf } from "../exchange/export-traits.ts";
import { valueOr } from "../exchange/known.ts";
import { groupBy } from "./group-by.ts";
import { hostStanding } from "./host-standing.ts";
import type { Recorded } from "./recording.ts";
import { Selection } from "./selection.ts";
import type { Session } from "./session.ts";
import { subjectsOf } from "./subjects.ts";

/**
 * Normalises what was recorded and indexes it.
 * @param apiHosts the user's own API hosts, wildcards allowed
 */
export function openSession(recorded: readonly Recorded[], apiHosts: readonly string[]): Session {
  const exchanges = exchangesOf(recorded);
  const byHost = groupByHost(exchanges);
  const standings = new Map([...byHost].map(([host, own]) => [host, hostStanding(host, own.members, apiHosts)]));
  return {
    exchanges,
    subjects: subjectsOf(exchanges, ({ host }) => standings.get(host.hostname)?.taken === true),
    hosts: [...standings.values()],
    all: new Selection(exchanges),
    onHost: (hostname) => byHost.get(hostname) ?? new Selection([]),
    standingOf: (hostname) => standings.get(hostname),
  };
}

function exchangesOf(recorded: readonly Recorded[]): Exchange[] {
  const traits = traitsByFile(recorded);
  return recorded.map(({ file, index, entry, bodyLost, producer }, id) =>
    exchangeOf(entry, { id, file, entry: index, bodyLost, traits: traits.get(file) ?? exportTraitsOf(producer, []) }),
  );
}

function traitsByFile(recorded: readonly Recorded[]): Map<string, ExportTraits> {
  const traits = new Map<string, ExportTraits>();
  for (const [file, own] of groupBy(recorded, (each) => each.file)) {
    const [first] = own;
    const entries = own.map(({ entry }) => entry);
    if (first !== undefined) traits.set(file, exportTraitsOf(first.producer, entries));
  }
  return traits;
}

/** DevTools delivers requests in the order they end; clues ask for the order they began. */
function groupByHost(exchanges: readonly Exchange[]): Map<string, Selection> {
  const groups = groupBy(exchanges, ({ host }) => host.hostname);
  return new Map([...groups].map(([host, own]) => [host, new Selection(own.toSorted(byStart))]));
}

function byStart(a: Exchange, b: Exchange): number {
  return valueOr(a.startedAt, 0) - valueOr(b.startedAt, 0);
}
