import type { Exchange } from "../exchange/exchange.ts";
import { groupBy } from "./group-by.ts";
import { memoizeWeak } from "./memoize-weak.ts";

/** A fact of an exchange that shows in it alone. */
export type Fact = (exchange: Exchange) => boolean;

/** What exchanges can have in common; null where one shows none of it. */
export type Property = (exchange: Exchange) => string | null;

/**
 * Exchanges in an order that matters, and the ways they were narrowed before. Every refused request asks the same
 * questions about its host; each is worked out once, so that thousands of refusals cost thousands of look-ups rather
 * than a comparison of each with each. Facts and properties must therefore be constants of a module: a function made
 * anew for each call would never be found again.
 */
export class Selection {
  readonly members: readonly Exchange[];
  #narrowed: Map<Fact, Selection> | undefined;
  #groups: Map<Property, Map<string | null, Selection>> | undefined;

  constructor(members: readonly Exchange[]) {
    this.members = members;
  }

  /**
   * The same without some and with others at its end, for a recording that grows and lets go. What was narrowed here is
   * handed over and continued there, so that nothing is asked again of those that stay; whoever still asks here has it
   * worked out anew.
   * @param gone members, in their order
   * @param more what comes behind those that stay, in its order
   */
  continued(gone: readonly Exchange[], more: readonly Exchange[]): Selection {
    if (gone.length + more.length === 0) return this;
    const next = new Selection(without(this.members, gone).concat(more));
    next.#narrowed = this.#narrowed;
    next.#groups = this.#groups;
    this.#narrowed = undefined;
    this.#groups = undefined;
    for (const [fact, narrowed] of next.#narrowed ?? []) {
      next.#narrowed?.set(fact, narrowed.continued(gone.filter(fact), more.filter(fact)));
    }
    for (const [property, groups] of next.#groups ?? []) continueGroups(groups, property, gone, more);
    return next;
  }

  /** Those of which all facts hold. */
  that(...facts: readonly Fact[]): Selection {
    return facts.reduce<Selection>((left, fact) => left.#narrow(fact), this);
  }

  /** Those whose property has this value; none where it is null. */
  with(property: Property, value: string | null): Selection {
    return (value === null ? undefined : this.by(property).get(value)) ?? nothing;
  }

  /** The first whose property has another value, one that fits. Those that show none are passed over. */
  firstWithOther(property: Property, value: string | null, fits = anyValue): Exchange | undefined {
    for (const [other, group] of this.by(property)) {
      if (other !== null && other !== value && fits(other)) return group.members[0];
    }
    return undefined;
  }

  has(exchange: Exchange): boolean {
    return placesIn(this).has(exchange);
  }

  /** Groups by property, in the order in which their first members stand. */
  by(property: Property): ReadonlyMap<string | null, Selection> {
    this.#groups ??= new Map();
    const known = this.#groups.get(property);
    if (known !== undefined) return known;
    const groups = new Map(
      [...groupBy(this.members, property)].map(([value, members]) => [value, new Selection(members)]),
    );
    this.#groups.set(property, groups);
    return groups;
  }

  /** Those that began after one instant and not after the other, in order of time. */
  startedBetween(after: number, until: number): readonly Exchange[] {
    const { exchanges, starts } = timeline(this);
    return exchanges.slice(countUpTo(starts, after), countUpTo(starts, until));
  }

  /** How many of them began after one instant and not after the other. */
  countBetween(after: number, until: number): number {
    const { starts } = timeline(this);
    return countUpTo(starts, until) - countUpTo(starts, after);
  }

  /** The last that began before the instant. */
  lastBefore(instant: number): Exchange | undefined {
    const { exchanges, starts } = timeline(this);
    return exchanges[countBelow(starts, instant) - 1];
  }

  /** The first that began after the instant. */
  firstAfter(instant: number): Exchange | undefined {
    const { exchanges, starts } = timeline(this);
    return exchanges[countUpTo(starts, instant)];
  }

  /** The one of these that comes first here. */
  earliest(exchanges: readonly (Exchange | undefined)[]): Exchange | undefined {
    const places = placesIn(this);
    return exchanges
      .flatMap((each) => each ?? [])
      .reduce<Exchange | undefined>(
        (first, each) => (first !== undefined && placeOf(first, places) <= placeOf(each, places) ? first : each),
        undefined,
      );
  }

  #narrow(fact: Fact): Selection {
    this.#narrowed ??= new Map();
    const known = this.#narrowed.get(fact);
    if (known !== undefined) return known;
    const narrowed = new Selection(this.members.filter(fact));
    this.#narrowed.set(fact, narrowed);
    return narrowed;
  }
}

const nothing = new Selection([]);

/**
 * The members but those that are gone.
 * @param gone some of the members, in their order
 */
export function without(members: readonly Exchange[], gone: readonly Exchange[]): readonly Exchange[] {
  const start = members.length - gone.length;
  if (gone.every((each, place) => each === members[start + place])) return members.slice(0, start);
  const leaving = new Set(gone);
  return members.filter((each) => !leaving.has(each));
}

/** A group that loses all members and gets others stands where a new one would: last. */
function continueGroups(
  groups: Map<string | null, Selection>,
  property: Property,
  gone: readonly Exchange[],
  more: readonly Exchange[],
): void {
  const fewer = groupBy(gone, property);
  const added = groupBy(more, property);
  for (const [value, own] of fewer) {
    const group = groups.get(value) ?? nothing;
    if (group.members.length > own.length) groups.set(value, group.continued(own, []));
    else groups.delete(value);
  }
  for (const [value, own] of added) {
    const group = groups.get(value);
    groups.set(value, group === undefined ? new Selection(own) : group.continued([], own));
  }
}

const anyValue: (value: string) => boolean = () => true;

const placesIn = memoizeWeak(({ members }: Selection) => new Map(members.map((each, place) => [each, place])));

function placeOf(exchange: Exchange, places: ReadonlyMap<Exchange, number>): number {
  return places.get(exchange) ?? Number.POSITIVE_INFINITY;
}

const timeline = memoizeWeak(({ members }: Selection) => {
  const timed = members.flatMap((exchange) =>
    exchange.startedAt.known ? [{ exchange, start: exchange.startedAt.value }] : [],
  );
  timed.sort((a, b) => a.start - b.start);
  return { exchanges: timed.map(({ exchange }) => exchange), starts: timed.map(({ start }) => start) };
});

/** How many of the ascending numbers do not exceed `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  return placeOfFirst(ascending, (number) => number > limit);
}

function countBelow(ascending: readonly number[], limit: number): number {
  return placeOfFirst(ascending, (number) => number >= limit);
}

/** The first number for which `holds` is true, given that it is true for all later ones. */
function placeOfFirst(ascending: readonly number[], holds: (number: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ascending[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
