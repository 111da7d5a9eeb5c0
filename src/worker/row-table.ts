import { keyOf } from "../diagnosis/place.ts";
import type { Row, Update } from "./protocol.ts";
import { Watcher } from "./watcher.ts";

/** All rows that there are, and those who watch them. */
export class RowTable {
  readonly #rows = new Map<string, Row>();
  readonly #watchers = new Set<Watcher>();

  keys(): Iterable<string> {
    return this.#rows.keys();
  }

  /** Keys of the refused requests that belong to a finding, in order of arrival. */
  keysOf(finding: string): readonly string[] {
    const rows = [...this.#rows.values()];
    return rows.filter(({ verdict, stoppedBy }) => verdict?.finding === finding && stoppedBy === null).map(keyOf);
  }

  /** Watchers hear of a row only where one of its values is new. */
  put(row: Row): void {
    if (isSame(row, this.#rows.get(row.key))) return;
    this.#rows.set(row.key, row);
    for (const watcher of this.#watchers) watcher.changed(row);
  }

  remove(key: string): void {
    if (!this.#rows.delete(key)) return;
    for (const watcher of this.#watchers) watcher.removed(key);
  }

  /** Adds a watcher, which hears of everything that is there; returns the function that ends this. */
  watch(watch: (update: Update) => void): () => void {
    const watcher = new Watcher(watch, this.#rows);
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  publish(rest: Omit<Update, "changed" | "removed">): void {
    for (const watcher of this.#watchers) watcher.publish(rest);
  }
}

function isSame(row: Row, known: Row | undefined): boolean {
  if (known === undefined) return false;
  const { verdict, ...request } = row;
  const { verdict: knownVerdict, ...knownRequest } = known;
  return haveSameValues(request, knownRequest) && haveSameValues(verdict, knownVerdict);
}

function haveSameValues<T extends object>(one: T | null, other: T | null): boolean {
  if (one === null || other === null) return one === other;
  return (Object.keys(one) as (keyof T)[]).every((name) => one[name] === other[name]);
}
