export interface Search<Item> {
  readonly all: readonly Item[];
  /** What must stay. */
  readonly seeds: ReadonlySet<Item>;
  /** Sets to try first, from small to large; `all` is tried last. */
  readonly circles: readonly ReadonlySet<Item>[];
  /** How often `holds` may be asked while the set found is thinned. */
  readonly questions: number;
  /** How many items those questions may be about altogether. */
  readonly effort: number;
  holds(kept: readonly Item[]): boolean;
}

/**
 * A small part of all items for which something holds: the first circle for which it does, thinned by leaving out ever
 * smaller runs of it. Keeps the order. Null where it does not even hold for all.
 */
export function minimized<Item>({
  all,
  seeds,
  circles,
  questions,
  effort,
  holds,
}: Search<Item>): readonly Item[] | null {
  const parts = [...circles.map((circle) => all.filter((item) => circle.has(item))), all];
  const enough = parts.find(holds);
  if (enough === undefined) return null;
  let kept = enough;
  let left = Math.min(questions, Math.floor(effort / Math.max(1, enough.length)));
  for (let size = Math.ceil(spare(kept, seeds).length / 2); size >= 1 && left > 0; size = shrunk(size)) {
    for (const run of runsOf(spare(kept, seeds), size)) {
      if (left-- <= 0) break;
      const without = kept.filter((item) => !run.has(item));
      if (holds(without)) kept = without;
    }
  }
  return kept;
}

function spare<Item>(kept: readonly Item[], seeds: ReadonlySet<Item>): readonly Item[] {
  return kept.filter((item) => !seeds.has(item));
}

function shrunk(size: number): number {
  return size === 1 ? 0 : Math.ceil(size / 2);
}

function runsOf<Item>(items: readonly Item[], size: number): ReadonlySet<Item>[] {
  return Array.from(
    { length: Math.ceil(items.length / size) },
    (_, at) => new Set(items.slice(at * size, at * size + size)),
  );
}
