import type { Exchange } from "../exchange/exchange.ts";
import { exchangeOf } from "../exchange/exchange-of.ts";
import { type ExportTraits, exportTraitsOf } from "../exchange/export-traits.ts";
import { valueOr } from "../exchange/known.ts";
import { groupBy } from "./group-by.ts";
import { hostStanding } from "./host-standing.ts";
import type { Recorded } from "./recording.ts";
import type { Session } from "./session.ts";
import { mayBeGateway, subjectsOf } from "./subjects.ts";

/**
 * Normalises what was recorded and indexes it.
 * @param apiHosts the user's own API hosts, wildcards allowed
 */
export function openSession(recorded: readonly Recorded[], apiHosts: readonly string[]): Session {
  const exchanges = exchangesOf(recorded);
  const byHost = groupByHost(exchanges);
  const hosts = [...byHost].map(([host, own]) => hostStanding(host, own, apiHosts));
  const taken = new Set(hosts.filter((each) => each.taken).map((each) => each.host));
  return {
    exchanges,
    subjects: subjectsOf(exchanges, (exchange) => mayBeGateway(exchange, taken)),
    hosts,
    onHost: (hostname) => byHost.get(hostname) ?? [],
  };
}

function exchangesOf(recorded: readonly Recorded[]): Exchange[] {
  const traits = traitsByFile(recorded);
  return recorded.map(({ file, index, entry, bodyLost, producer }, id) =>
    exchangeOf(entry, { id, file, entry: index, bodyLost, traits: traits.get(file) ?? exportTraitsOf(producer, []) }),
  );
}

function traitsByFile(recorded: readonly Recorded[]): Map<string, ExportTraits> {
  const files = groupBy(recorded, ({ file }) => file);
  return new Map(
    [...files].flatMap(([file, own]) => {
      const producer = own[0]?.producer;
      return producer === undefined
        ? []
        : [
            [
              file,
              exportTraitsOf(
                producer,
                own.map(({ entry }) => entry),
              ),
            ] as const,
          ];
    }),
  );
}

/** DevTools delivers requests in the order they end; clues ask for the order they began. */
function groupByHost(exchanges: readonly Exchange[]): Map<string, Exchange[]> {
  const groups = groupBy(exchanges, ({ host }) => host.hostname);
  for (const own of groups.values()) own.sort((a, b) => valueOr(a.startedAt, 0) - valueOr(b.startedAt, 0));
  return groups;
}
