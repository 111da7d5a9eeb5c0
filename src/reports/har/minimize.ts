export interface Search<Item> {
  readonly all: readonly Item[];
  /** The items that must stay. */
  readonly seeds: ReadonlySet<Item>;
  /** Sets to try first, from small to large; `all` is tried last. */
  readonly circles: readonly ReadonlySet<Item>[];
  /** How often thinning may call `holds`. */
  readonly questions: number;
  /** How many items those calls may get together. */
  readonly effort: number;
  holds(kept: readonly Item[]): boolean;
}

/**
 * Finds a small part of all items for which `holds` is true, by delta debugging (Zeller and Hildebrandt, 2002): the first
 * circle that holds, without ever smaller runs of it. Keeps the order. Null where not even all items hold.
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
