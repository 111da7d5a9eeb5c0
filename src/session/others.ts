import type { Exchange } from "../exchange/exchange.ts";
import { valueOr } from "../exchange/known.ts";
import type { Fact, Property, Selection } from "./selection.ts";

/**
 * The other exchanges, seen from one: what `siblings.that(works).withSame(path).firstWithOther(verb)` says in words.
 * The one itself is never among them.
 */
export class Others {
  readonly #among: Selection;
  readonly #exchange: Exchange;

  constructor(among: Selection, exchange: Exchange) {
    this.#among = among;
    this.#exchange = exchange;
  }

  /** Those of which all facts hold. */
  that(...facts: readonly Fact[]): Others {
    return new Others(this.#among.that(...facts), this.#exchange);
  }

  /** Those that have all these in common with the one; none where the one shows none of it. */
  withSame(...properties: readonly Property[]): Others {
    const alike = properties.reduce((left, property) => left.with(property, property(this.#exchange)), this.#among);
    return new Others(alike, this.#exchange);
  }

  /** Those whose property has this value. */
  with(property: Property, value: string | null): Others {
    return new Others(this.#among.with(property, value), this.#exchange);
  }

  first(): Exchange | undefined {
    return this.firstWhere(anyOther);
  }

  /** All of them, in their order. */
  all(): readonly Exchange[] {
    return this.#among.members.filter((each) => each !== this.#exchange);
  }

  /** The first that fits; for questions that no fact or property can answer, after those have narrowed. */
  firstWhere(fits: (other: Exchange) => boolean): Exchange | undefined {
    return this.#among.members.find((each) => each !== this.#exchange && fits(each));
  }

  /** The first whose property differs from that of the one, and fits. Those that show none are passed over. */
  firstWithOther(property: Property, fits?: (value: string) => boolean): Exchange | undefined {
    return this.#among.firstWithOther(property, property(this.#exchange), fits);
  }

  /** The first that began after the one, and not later than `within` milliseconds after it. */
  firstAfter(within = Number.POSITIVE_INFINITY): Exchange | undefined {
    const { startedAt } = this.#exchange;
    if (!startedAt.known) return undefined;
    const found = this.#among.firstAfter(startedAt.value);
    return found !== undefined && distance(found, this.#exchange) <= within ? found : undefined;
  }

  /** The last that began before the one, and not earlier than `within` milliseconds before it. */
  lastBefore(within = Number.POSITIVE_INFINITY): Exchange | undefined {
    const { startedAt } = this.#exchange;
    if (!startedAt.known) return undefined;
    const found = this.#among.lastBefore(startedAt.value);
    return found !== undefined && distance(found, this.#exchange) <= within ? found : undefined;
  }

  /** Whichever of these comes first. */
  earliest(...exchanges: readonly (Exchange | undefined)[]): Exchange | undefined {
    return this.#among.earliest(exchanges);
  }

  /** The first values of the property, in order, and no more than `most`. */
  valuesOf(property: Property, most: number): readonly string[] {
    const values: string[] = [];
    for (const value of this.#among.by(property).keys()) {
      if (values.length === most) break;
      if (value !== null) values.push(value);
    }
    return values;
  }

  /** How many values the property has, that of the one included. */
  variety(property: Property): number {
    const groups = this.#among.by(property);
    return groups.has(property(this.#exchange)) ? groups.size : groups.size + 1;
  }

  get count(): number {
    return this.#among.members.length - (this.#among.has(this.#exchange) ? 1 : 0);
  }
}

const anyOther = () => true;

/** Milliseconds between the starts of two that both have one. */
function distance(one: Exchange, other: Exchange): number {
  return Math.abs(valueOr(one.startedAt, 0) - valueOr(other.startedAt, 0));
}
