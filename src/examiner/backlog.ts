import type { Exchange } from "../exchange/exchange.ts";
import type { Selection } from "../session/selection.ts";
import type { HostStanding, Session, Subject } from "../session/session.ts";
import type { Sessions } from "../session/sessions.ts";
import { keyOf } from "./key.ts";

/** What a diagnosis rested on; where one of these is another, the diagnosis may be another. */
interface Basis {
  readonly exchange: Exchange;
  readonly blocks: readonly Exchange[];
  readonly standing: HostStanding | undefined;
  readonly onHost: Selection;
  readonly all: Selection;
}

/**
 * The refused requests that wait for a diagnosis: first those that have none, or one from before their body came, in order
 * of arrival; then those whose diagnosis may have become another, because more was seen since.
 */
export class Backlog {
  readonly #done = new Map<string, Basis>();
  #fresh: Subject[] = [];
  #stale: Subject[] = [];
  #sessions: Sessions | null = null;

  /** Refused requests without a diagnosis of all that they are. */
  get fresh(): number {
    return this.#fresh.length;
  }

  get stale(): number {
    return this.#stale.length;
  }

  /**
   * Takes over what the sessions have by now.
   * @param completed keys of requests whose body came since the last time
   */
  update(sessions: Sessions, completed: ReadonlySet<string>): void {
    this.#sessions = sessions;
    this.#fresh = [];
    this.#stale = [];
    const keys = new Set<string>();
    for (const subject of sessions.subjects) {
      const key = keyOf(subject.exchange);
      keys.add(key);
      const done = this.#done.get(key);
      if (done === undefined || completed.has(key)) this.#fresh.push(subject);
      else if (!isSame(done, basisOf(subject, sessions.of(subject.exchange)))) this.#stale.push(subject);
    }
    for (const key of this.#done.keys()) if (!keys.has(key)) this.#done.delete(key);
    this.#fresh.reverse();
    this.#stale.reverse();
  }

  nextFresh(): Subject | undefined {
    return this.#taken(this.#fresh.pop());
  }

  nextStale(): Subject | undefined {
    return this.#taken(this.#stale.pop());
  }

  #taken(subject: Subject | undefined): Subject | undefined {
    if (subject !== undefined && this.#sessions !== null) {
      this.#done.set(keyOf(subject.exchange), basisOf(subject, this.#sessions.of(subject.exchange)));
    }
    return subject;
  }
}

function basisOf({ exchange, blocks }: Subject, session: Session): Basis {
  const { hostname } = exchange.host;
  return {
    exchange,
    blocks,
    standing: session.standingOf(hostname),
    onHost: session.onHost(hostname),
    all: session.all,
  };
}

function isSame(one: Basis, other: Basis): boolean {
  return (
    one.exchange === other.exchange &&
    one.standing === other.standing &&
    one.onHost === other.onHost &&
    one.all === other.all &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, index) => block === other.blocks[index])
  );
}
