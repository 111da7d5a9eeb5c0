import type { Exchange } from "../exchange/exchange.ts";
import { exchangeOf } from "../exchange/exchange-of.ts";
import { valueOr } from "../exchange/known.ts";
import { lackTheSame, type ProducerTraits, traitsOf } from "../har/producer-traits.ts";
import { groupBy } from "./group-by.ts";
import { hostStanding } from "./host-standing.ts";
import type { Recorded } from "./recording.ts";
import { Selection } from "./selection.ts";
import type { HostStanding, Session } from "./session.ts";
import { isNotable, subjectsOf } from "./subjects.ts";

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
  const known = before === null ? nothing : (openings.get(before) ?? nothing);
  const opening = opened(recorded, apiHosts, known);
  const { exchanges, notable, hosts } = opening;
  const session: Session = {
    exchanges,
    subjects: subjectsOf(notable, ({ host }) => hosts.get(host.hostname)?.standing.taken === true),
    hosts: [...hosts.values()].map(({ standing }) => standing),
    all: before !== null && exchanges === known.exchanges ? before.all : new Selection(exchanges),
    onHost: (hostname) => hosts.get(hostname)?.selection ?? none,
    standingOf: (hostname) => hosts.get(hostname)?.standing,
  };
  openings.set(session, opening);
  return session;
}

const none = new Selection([]);

/** What a session is made of. */
interface Opening {
  readonly recorded: readonly Recorded[];
  readonly apiHosts: readonly string[];
  /** What each file's producer leaves out. */
  readonly traits: ReadonlyMap<string, ProducerTraits>;
  /** In the order of what was recorded; the place of each is its id. */
  readonly exchanges: readonly Exchange[];
  /** Those that may be refused requests. */
  readonly notable: readonly Exchange[];
  readonly hosts: ReadonlyMap<string, Host>;
}

interface Host {
  readonly selection: Selection;
  readonly standing: HostStanding;
}

const openings = new WeakMap<Session, Opening>();

const nothing: Opening = {
  recorded: [],
  apiHosts: [],
  traits: new Map(),
  exchanges: [],
  notable: [],
  hosts: new Map(),
};

/** Keeps everything up to the first request that is another than before; a recording mostly changes at its end. */
function opened(recorded: readonly Recorded[], apiHosts: readonly string[], known: Opening): Opening {
  const traits = traitsByFile(recorded);
  const kept = countKept(recorded, traits, known);
  if (kept === recorded.length && kept === known.recorded.length && isSameList(apiHosts, known.apiHosts)) return known;
  const later = recorded.slice(kept).map((each, index) => {
    const { file, entry, bodyLost, producer } = each;
    const origin = { id: kept + index, file, entry: each.index, bodyLost };
    return exchangeOf(entry, { ...origin, traits: traits.get(file) ?? traitsOf(producer, []) });
  });
  return {
    recorded: [...recorded],
    apiHosts,
    traits,
    exchanges: [...known.exchanges.slice(0, kept), ...later],
    notable: [...known.notable.filter(({ id }) => id < kept), ...later.filter(isNotable)],
    hosts: hostsOf({ kept, later, apiHosts }, known),
  };
}

/** A file that is read on may turn out to have what it seemed to lack; then its exchanges are made anew. */
function countKept(recorded: readonly Recorded[], traits: ReadonlyMap<string, ProducerTraits>, known: Opening): number {
  const changed = new Set(
    [...traits].flatMap(([file, own]) => (isSameTraits(own, known.traits.get(file)) ? [] : file)),
  );
  const first = known.recorded.findIndex((each, place) => each !== recorded[place] || changed.has(each.file));
  return first < 0 ? known.recorded.length : first;
}

function isSameTraits(own: ProducerTraits, before: ProducerTraits | undefined): boolean {
  return before !== undefined && lackTheSame(own, before);
}

function traitsByFile(recorded: readonly Recorded[]): Map<string, ProducerTraits> {
  const traits = new Map<string, ProducerTraits>();
  for (const [file, own] of groupBy(recorded, (each) => each.file)) {
    const [first] = own;
    if (first === undefined) continue;
    const entries = first.producer.live ? [] : own.map(({ entry }) => entry);
    traits.set(file, traitsOf(first.producer, entries));
  }
  return traits;
}

interface Growth {
  /** How many exchanges are as they were before. */
  readonly kept: number;
  readonly later: readonly Exchange[];
  readonly apiHosts: readonly string[];
}

function hostsOf({ kept, later, apiHosts }: Growth, known: Opening): ReadonlyMap<string, Host> {
  const added = groupBy(later, ({ host }) => host.hostname);
  const gone = new Set(known.exchanges.slice(kept).map(({ host }) => host.hostname));
  const hosts = new Map<string, Host>();
  for (const hostname of new Set([...known.hosts.keys(), ...added.keys()])) {
    const host = known.hosts.get(hostname);
    const own = added.get(hostname) ?? [];
    const isChanged = own.length > 0 || gone.has(hostname) || !isSameList(apiHosts, known.apiHosts);
    const left = host?.selection.members.filter(({ id }) => id < kept) ?? [];
    if (host !== undefined && !isChanged) hosts.set(hostname, host);
    else if (left.length + own.length > 0) hosts.set(hostname, hostOf(hostname, [...left, ...own], apiHosts));
  }
  return hosts;
}

/** DevTools delivers requests in the order they end; clues ask for the order they began. */
function hostOf(hostname: string, exchanges: readonly Exchange[], apiHosts: readonly string[]): Host {
  const selection = new Selection(exchanges.toSorted(byStart));
  return { selection, standing: hostStanding(hostname, selection.members, apiHosts) };
}

function byStart(a: Exchange, b: Exchange): number {
  return valueOr(a.startedAt, 0) - valueOr(b.startedAt, 0);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}
