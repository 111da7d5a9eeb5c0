import { lackTheSame, type ProducerTraits, traitsOf } from "../capture/har/producer-traits.ts";
import type { RecordKind, SourceRecord } from "../capture/record.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { exchangeOf } from "../exchange/exchange-of.ts";
import { valueOr } from "../exchange/known.ts";
import { groupBy } from "./group-by.ts";
import { classifyHost } from "./host-class.ts";
import { hostname } from "./properties.ts";
import type { Recorded } from "./recording.ts";
import { isNotable, refusedRequestsOf } from "./refused-requests.ts";
import { Selection, without } from "./selection.ts";
import type { HostClass, Session } from "./session.ts";

/**
 * Normalises what was recorded and indexes it. What is unchanged since `before` is taken from there, the same objects:
 * a growing recording costs only what is new, and an unchanged object shows that nothing changed.
 * @param apiHosts the user's own API hosts, wildcards allowed
 * @param before the session of an earlier state of the same recording
 * @param records what was recorded beside exchanges
 */
export function openSession(
  recorded: readonly Recorded[],
  apiHosts: readonly string[],
  before: Session | null = null,
  records: readonly SourceRecord<unknown>[] = [],
): Session {
  const known = before === null ? nothing : (openings.get(before) ?? nothing);
  const opening = opened(recorded, apiHosts, known);
  const { all, notable, hosts } = opening;
  const session: Session = {
    exchanges: all.members,
    refusedRequests: refusedRequestsOf(notable, ({ host }) => hosts.get(host.hostname)?.standing.isApiGateway === true),
    hosts: [...hosts.values()].map(({ standing }) => standing),
    all,
    onHost: (hostname) => hosts.get(hostname)?.selection ?? none,
    hostClassOf: (hostname) => hosts.get(hostname)?.standing,
    recordCount: records.length,
    records: recordsIn(records),
  };
  openings.set(session, opening);
  return session;
}

function recordsIn(records: readonly SourceRecord<unknown>[]): Session["records"] {
  const byKind = groupBy(records, ({ kind }) => kind.id);
  return <T>({ id }: RecordKind<T>) => (byKind.get(id) ?? []) as readonly SourceRecord<T>[];
}

const none = new Selection([]);

/** What a session is made of. */
interface Opening {
  readonly recorded: readonly Recorded[];
  readonly apiHosts: readonly string[];
  /** What each file's producer leaves out. */
  readonly traits: ReadonlyMap<string, ProducerTraits>;
  /** In the order of what was recorded, and of their ids. */
  readonly all: Selection;
  /** Those that may be refused requests. */
  readonly notable: readonly Exchange[];
  readonly hosts: ReadonlyMap<string, Host>;
}

interface Host {
  readonly selection: Selection;
  readonly standing: HostClass;
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

/**
 * Keeps what is still recorded, up to the first request that is another than before: a recording mostly changes at its
 * end, and lets go of its oldest.
 */
function opened(recorded: readonly Recorded[], apiHosts: readonly string[], known: Opening): Opening {
  const same = stayingOf(recorded, known);
  const traits = traitsByFile(recorded, same, known);
  const staying = same.slice(0, countKept(recorded, same.length, traits, known));
  const kept = staying.length;
  if (kept === recorded.length && kept === known.recorded.length && isSameList(apiHosts, known.apiHosts)) return known;
  const firstId = (staying.at(-1)?.id ?? -1) + 1;
  const later = recorded.slice(kept).map((each, index) => {
    const { file, har: entry, bodyLost, producer } = each;
    const origin = { id: firstId + index, file, entry: each.entry, bodyLost };
    return exchangeOf(entry, { ...origin, traits: traits.get(file) ?? traitsOf(producer, []) });
  });
  const gone = goneFrom(known, staying);
  return {
    recorded: [...recorded],
    apiHosts,
    traits,
    all: known.all.continued(gone, later),
    notable: without(known.notable, gone).concat(later.filter(isNotable)),
    hosts: hostsOf({ gone, later, apiHosts }, known),
  };
}

/** The exchanges of before with which the recording begins now. Those that it let go of are passed over. */
function stayingOf(recorded: readonly Recorded[], known: Opening): readonly Exchange[] {
  const { members } = known.all;
  if (known.recorded.every((each, place) => each === recorded[place])) return members;
  const still = new Set(recorded);
  const left = known.recorded.filter((each) => still.has(each));
  const other = left.findIndex((each, place) => each !== recorded[place]);
  const staying = new Set(other < 0 ? left : left.slice(0, other));
  return known.recorded.flatMap((each, place) => (staying.has(each) ? (members[place] ?? []) : []));
}

function goneFrom({ all }: Opening, staying: readonly Exchange[]): readonly Exchange[] {
  return staying.length === all.members.length ? [] : without(all.members, staying);
}

/** What a file lacked so far it lacks still where none of its later entries shows it. */
function traitsByFile(
  recorded: readonly Recorded[],
  same: readonly Exchange[],
  known: Opening,
): ReadonlyMap<string, ProducerTraits> {
  const changed = new Set(goneFrom(known, same).map(({ file }) => file));
  const traits = new Map([...known.traits].filter(([file]) => !changed.has(file)));
  const again = changed.size === 0 ? [] : recorded.slice(0, same.length).filter(({ file }) => changed.has(file));
  const unseen = again.concat(recorded.slice(same.length));
  for (const [file, own] of groupBy(unseen, (each) => each.file)) {
    const [first] = own;
    if (first === undefined) continue;
    const entries = first.producer.live ? [] : own.map(({ har: entry }) => entry);
    traits.set(file, traitsOf(first.producer, entries, traits.get(file)));
  }
  return traits;
}

/** A file that is read on may turn out to have what it seemed to lack; then its exchanges are made anew. */
function countKept(
  recorded: readonly Recorded[],
  same: number,
  traits: ReadonlyMap<string, ProducerTraits>,
  known: Opening,
): number {
  const changed = new Set(
    [...known.traits].flatMap(([file, before]) => (isSameTraits(traits.get(file), before) ? [] : file)),
  );
  const first = changed.size === 0 ? -1 : recorded.findIndex(({ file }) => changed.has(file));
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
      hosts.set(name, { selection, standing: classifyHost(name, selection, apiHosts) });
  }
  return hosts;
}

/**
 * A host's requests in the order in which they began, as clues ask for them; DevTools deliver them in the order in which
 * they end. Continues what is known where nothing comes in between.
 */
function inOrderOfTime(before: Selection, gone: readonly Exchange[], later: readonly Exchange[]): Selection {
  const fewer = gone.toSorted(byStart);
  const more = later.toSorted(byStart);
  const left = without(before.members, fewer);
  const [last, first] = [left.at(-1), more[0]];
  const comesBehind = last === undefined || first === undefined || byStart(last, first) <= 0;
  return comesBehind ? before.continued(fewer, more) : new Selection(left.concat(more).toSorted(byStart));
}

function byStart(a: Exchange, b: Exchange): number {
  return valueOr(a.startedAt, 0) - valueOr(b.startedAt, 0);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}
