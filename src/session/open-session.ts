import type { Exchange } from "../exchange/exchange.ts";
import { exchangeOf } from "../exchange/exchange-of.ts";
import { valueOr } from "../exchange/known.ts";
import { lackTheSame, type ProducerTraits, traitsOf } from "../har/producer-traits.ts";
import { groupBy } from "./group-by.ts";
import { hostStanding } from "./host-standing.ts";
import type { Recorded } from "./recording.ts";
import { Selection } from "./selection.ts";
import type { HostStanding, Session } from "./session.ts";
import { subjectsOf } from "./subjects.ts";

/**
 * Normalises what was recorded and indexes it. What is unchanged since `before` is taken from there, the same objects:
 * a recording that grows costs what is new, and who holds such an object sees by it that nothing changed.
 * @param apiHosts the user's own API hosts, wildcards allowed
 * @param before the session of an earlier state of the same recording
 */
export function openSession(
  recorded: readonly Recorded[],
  apiHosts: readonly string[],
  before: Session | null = null,
): Session {
  const exchanges = exchangesOf(recorded);
  const byHost = groupByHost(exchanges, before);
  const standings = new Map(
    [...byHost].map(([host, own]) => [host, unchanged(hostStanding(host, own.members, apiHosts), before)]),
  );
  return {
    exchanges,
    subjects: subjectsOf(exchanges, ({ host }) => standings.get(host.hostname)?.taken === true),
    hosts: [...standings.values()],
    all: selectionOf(exchanges, before?.all),
    onHost: (hostname) => byHost.get(hostname) ?? none,
    standingOf: (hostname) => standings.get(hostname),
  };
}

const none = new Selection([]);

function exchangesOf(recorded: readonly Recorded[]): Exchange[] {
  const traits = traitsByFile(recorded);
  return recorded.map((each, id) => exchangeFrom(each, id, traits.get(each.file) ?? traitsOf(each.producer, [])));
}

/** What was recorded never changes, so its exchange is made once, unless it moved or its file turned out otherwise. */
const made = new WeakMap<Recorded, { readonly traits: ProducerTraits; readonly exchange: Exchange }>();

function exchangeFrom(recorded: Recorded, id: number, traits: ProducerTraits): Exchange {
  const known = made.get(recorded);
  if (known?.exchange.id === id && lackTheSame(known.traits, traits)) return known.exchange;
  const { file, index, entry, bodyLost } = recorded;
  const exchange = exchangeOf(entry, { id, file, entry: index, bodyLost, traits });
  made.set(recorded, { traits, exchange });
  return exchange;
}

function traitsByFile(recorded: readonly Recorded[]): Map<string, ProducerTraits> {
  const traits = new Map<string, ProducerTraits>();
  for (const [file, own] of groupBy(recorded, (each) => each.file)) {
    const [first] = own;
    const entries = own.map(({ entry }) => entry);
    if (first !== undefined) traits.set(file, traitsOf(first.producer, entries));
  }
  return traits;
}

/** DevTools delivers requests in the order they end; clues ask for the order they began. */
function groupByHost(exchanges: readonly Exchange[], before: Session | null): Map<string, Selection> {
  const groups = groupBy(exchanges, ({ host }) => host.hostname);
  return new Map([...groups].map(([host, own]) => [host, selectionOf(own.toSorted(byStart), before?.onHost(host))]));
}

function byStart(a: Exchange, b: Exchange): number {
  return valueOr(a.startedAt, 0) - valueOr(b.startedAt, 0);
}

function selectionOf(members: readonly Exchange[], before: Selection | undefined): Selection {
  if (before?.members.length !== members.length) return new Selection(members);
  return members.every((each, index) => each === before.members[index]) ? before : new Selection(members);
}

function unchanged(standing: HostStanding, before: Session | null): HostStanding {
  const known = before?.standingOf(standing.host);
  return known !== undefined && JSON.stringify(known) === JSON.stringify(standing) ? known : standing;
}
