import type { Row, Update } from "./protocol.ts";

/** A watcher with the changes that it has not received yet. */
export class Watcher {
  #changed: Map<string, Row>;
  #removed = new Set<string>();
  readonly #watch: (update: Update) => void;

  /** @param rows everything that is there before the first change */
  constructor(watch: (update: Update) => void, rows: ReadonlyMap<string, Row>) {
    this.#watch = watch;
    this.#changed = new Map(rows);
  }

  changed(row: Row): void {
    this.#changed.set(row.key, row);
    this.#removed.delete(row.key);
  }

  removed(key: string): void {
    this.#changed.delete(key);
    this.#removed.add(key);
  }

  /** Tells of all changes since the last time, with the rest of what there is to know. */
  publish(rest: Omit<Update, "changed" | "removed">): void {
    const update = { ...rest, changed: [...this.#changed.values()], removed: [...this.#removed] };
    this.#changed = new Map();
    this.#removed = new Set();
    this.#watch(update);
  }
}
