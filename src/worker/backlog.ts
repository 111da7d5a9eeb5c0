import { keyOf } from "../diagnosis/place.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { memoizeWeak } from "../session/memoize-weak.ts";
import type { Selection } from "../session/selection.ts";
import type { HostClass, RefusedRequest, Session } from "../session/session.ts";
import type { Sessions } from "../session/sessions.ts";

/** What a diagnosis rested on; where one of these is another, the diagnosis may be another. */
interface Basis {
  readonly exchange: Exchange;
  readonly blocks: readonly Exchange[];
  readonly standing: HostClass | undefined;
  readonly onHost: number;
  readonly all: number;
  readonly records: number;
}

let versions = 0;

/** A number for each selection. A basis that held the selections would keep evicted requests in memory. */
const versionOf = memoizeWeak((_: Selection) => ++versions);

/** Refused requests of a file that is still being read. */
export interface Unfinished {
  readonly holds: (exchange: Exchange) => boolean;
  /** How many of them are diagnosed at once, by what is known so far. */
  readonly atOnce: number;
}

/**
 * The refused requests that wait for a diagnosis: first those that have none, or one from before their body came, in order
 * of arrival; then those whose diagnosis may have become another, because more was seen since, the oldest diagnosis first.
 */
export class Backlog {
  /** The oldest diagnosis comes first. */
  readonly #done = new Map<string, Basis>();
  #fresh: RefusedRequest[] = [];
  #stale: RefusedRequest[] = [];
  #unfinished = 0;
  #sessions: Sessions | null = null;

  /** Refused requests without a diagnosis of all that they are, that can have one now. */
  get fresh(): number {
    return this.#fresh.length;
  }

  /** All refused requests without such a diagnosis. */
  get pending(): number {
    return this.#fresh.length + this.#unfinished;
  }

  get stale(): number {
    return this.#stale.length;
  }

  /**
   * Takes over what the sessions have by now.
   * @param completed keys of requests whose body came since the last time
   */
  update(sessions: Sessions, completed: ReadonlySet<string>, unfinished: Unfinished): void {
    this.#sessions = sessions;
    const keys = new Set(sessions.refusedRequests.map(({ exchange }) => keyOf(exchange)));
    for (const key of this.#done.keys()) if (!keys.has(key) || completed.has(key)) this.#done.delete(key);
    const finished = sessions.refusedRequests.filter(({ exchange }) => !unfinished.holds(exchange));
    const waiting = sessions.refusedRequests.filter((each) => unfinished.holds(each.exchange) && !this.#isDone(each));
    const fresh = finished.filter((each) => !this.#isDone(each));
    this.#fresh = [...fresh, ...waiting.slice(0, unfinished.atOnce)].reverse();
    this.#unfinished = Math.max(0, waiting.length - unfinished.atOnce);
    const diagnosed = new Map(finished.map((each) => [keyOf(each.exchange), each]));
    const byAge = [...this.#done.keys()].flatMap((key) => diagnosed.get(key) ?? []);
    this.#stale = byAge.filter((each) => this.#isStale(each, sessions.of(each.exchange))).reverse();
  }

  nextFresh(): RefusedRequest | undefined {
    return this.#taken(this.#fresh.pop());
  }

  nextStale(): RefusedRequest | undefined {
    return this.#taken(this.#stale.pop());
  }

  /** The request with this key, if its diagnosis may have become another; it waits no longer. */
  takeStale(key: string): RefusedRequest | undefined {
    const index = this.#stale.findIndex(({ exchange }) => keyOf(exchange) === key);
    return index < 0 ? undefined : this.#taken(this.#stale.splice(index, 1)[0]);
  }

  #isDone({ exchange }: RefusedRequest): boolean {
    return this.#done.has(keyOf(exchange));
  }

  #isStale(subject: RefusedRequest, session: Session): boolean {
    const done = this.#done.get(keyOf(subject.exchange));
    return done !== undefined && !isSame(done, basisOf(subject, session));
  }

  #taken(subject: RefusedRequest | undefined): RefusedRequest | undefined {
    if (subject === undefined || this.#sessions === null) return subject;
    const key = keyOf(subject.exchange);
    this.#done.delete(key);
    this.#done.set(key, basisOf(subject, this.#sessions.of(subject.exchange)));
    return subject;
  }
}

function basisOf({ exchange, blocks }: RefusedRequest, session: Session): Basis {
  const { hostname } = exchange.host;
  return {
    exchange,
    blocks,
    standing: session.hostClassOf(hostname),
    onHost: versionOf(session.onHost(hostname)),
    all: versionOf(session.all),
    records: session.recordCount,
  };
}

function isSame(one: Basis, other: Basis): boolean {
  return (
    one.exchange === other.exchange &&
    one.standing === other.standing &&
    one.onHost === other.onHost &&
    one.all === other.all &&
    one.records === other.records &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, index) => block === other.blocks[index])
  );
}
