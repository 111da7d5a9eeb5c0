import type { Exchange } from "../exchange/exchange.ts";
import { exchangeOf } from "../exchange/exchange-of.ts";
import { valueOr } from "../exchange/known.ts";
import { lackTheSame, type ProducerTraits, traitsOf } from "../har/producer-traits.ts";
import { groupBy } from "./group-by.ts";
import { hostStanding } from "./host-standing.ts";
import { hostname } from "./properties.ts";
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
  const { all, notable, hosts } = opening;
  const session: Session = {
    exchanges: all.members,
    subjects: subjectsOf(notable, ({ host }) => hosts.get(host.hostname)?.standing.taken === true),
    hosts: [...hosts.values()].map(({ standing }) => standing),
    all,
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
  readonly all: Selection;
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
  all: none,
  notable: [],
  hosts: new Map(),
};

/** Keeps everything up to the first request that is another than before; a recording mostly changes at its end. */
function opened(recorded: readonly Recorded[], apiHosts: readonly string[], known: Opening): Opening {
  const same = countSame(recorded, known);
  const traits = traitsByFile(recorded, same, known);
  const kept = countKept(same, traits, known);
  if (kept === recorded.length && kept === known.recorded.length && isSameList(apiHosts, known.apiHosts)) return known;
  const later = recorded.slice(kept).map((each, index) => {
    const { file, entry, bodyLost, producer } = each;
    const origin = { id: kept + index, file, entry: each.index, bodyLost };
    return exchangeOf(entry, { ...origin, traits: traits.get(file) ?? traitsOf(producer, []) });
  });
  const gone = known.all.members.slice(kept);
  return {
    recorded: [...recorded],
    apiHosts,
    traits,
    all: known.all.continued(gone, later),
    notable: known.notable.filter(({ id }) => id < kept).concat(later.filter(isNotable)),
    hosts: hostsOf({ gone, later, apiHosts }, known),
  };
}

/** How many requests at the start are those of before. */
function countSame(recorded: readonly Recorded[], known: Opening): number {
  const first = known.recorded.findIndex((each, place) => each !== recorded[place]);
  return first < 0 ? known.recorded.length : first;
}

/** What a file lacked so far it lacks still where none of its later entries shows it. */
function traitsByFile(
  recorded: readonly Recorded[],
  same: number,
  known: Opening,
): ReadonlyMap<string, ProducerTraits> {
  const changed = new Set(known.recorded.slice(same).map(({ file }) => file));
  const traits = new Map([...known.traits].filter(([file]) => !changed.has(file)));
  const again = changed.size === 0 ? [] : recorded.slice(0, same).filter(({ file }) => changed.has(file));
  const unseen = again.concat(recorded.slice(same));
  for (const [file, own] of groupBy(unseen, (each) => each.file)) {
    const [first] = own;
    if (first === undefined) continue;
    const entries = first.producer.live ? [] : own.map(({ entry }) => entry);
    traits.set(file, traitsOf(first.producer, entries, traits.get(file)));
  }
  return traits;
}

/** A file that is read on may turn out to have what it seemed to lack; then its exchanges are made anew. */
function countKept(same: number, traits: ReadonlyMap<string, ProducerTraits>, known: Opening): number {
  const changed = new Set(
    [...known.traits].flatMap(([file, before]) => (isSameTraits(traits.get(file), before) ? [] : file)),
  );
  const first = known.recorded.findIndex(({ file }) => changed.has(file));
  return first < 0 ? same : Math.min(same, first);
}

function isSameTraits(own: ProducerTraits | undefined, before: ProducerTraits): boolean {
  return own !== undefined && lackTheSame(own, before);
}

interface Growth {
  /** Exchanges that there were before and that are no longer. */
  readonly gone: readonly Exchange[];
  readonly later: readonly Exchange[];
  readonly apiHosts: readonly string[];
}

function hostsOf({ gone, later, apiHosts }: Growth, known: Opening): ReadonlyMap<string, Host> {
  const fewer = groupBy(gone, hostname);
  const added = groupBy(later, hostname);
  const areListedAlike = isSameList(apiHosts, known.apiHosts);
  const hosts = new Map<string, Host>();
  for (const name of new Set([...known.hosts.keys(), ...added.keys()])) {
    const host = known.hosts.get(name);
    const before = host?.selection ?? none;
    const selection = inOrderOfTime(before, fewer.get(name) ?? [], added.get(name) ?? []);
    if (host !== undefined && selection === before && areListedAlike) hosts.set(name, host);
    else if (selection.members.length > 0)
      hosts.set(name, { selection, standing: hostStanding(name, selection, apiHosts) });
  }
  return hosts;
}

/**
 * A host's requests in the order in which they began, as clues ask for them; DevTools deliver them in the order in which
 * they end. Continues what is known where only its end is another.
 */
function inOrderOfTime(before: Selection, gone: readonly Exchange[], later: readonly Exchange[]): Selection {
  const [fewer, more] = [gone.toSorted(byStart), later.toSorted(byStart)];
  const left = before.members.length - fewer.length;
  const [last, first] = [before.members[left - 1], more[0]];
  const isEnd = fewer.every((each, place) => each === before.members[left + place]);
  const comesBehind = last === undefined || first === undefined || byStart(last, first) <= 0;
  if (isEnd && comesBehind) return before.continued(fewer, more);
  const leaving = new Set(gone);
  return new Selection(
    before.members
      .filter((each) => !leaving.has(each))
      .concat(more)
      .toSorted(byStart),
  );
}

function byStart(a: Exchange, b: Exchange): number {
  return valueOr(a.startedAt, 0) - valueOr(b.startedAt, 0);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}
