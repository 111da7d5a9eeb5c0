/** The middle one of some measurements; of an even number the higher of both. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The median of each measured quantity over the runs of one way. */
export function medians<K extends string>(runs: readonly Readonly<Record<K, number>>[]): Record<K, number> {
  const [first] = runs;
  const names = first === undefined ? [] : (Object.keys(first) as K[]);
  const each = names.map((name) => [name, median(runs.map((run) => run[name]))] as const);
  return Object.fromEntries(each) as Record<K, number>;
}

/**
 * Runs several ways to do the same in turn (one, two, three, one, two, three …), so that whatever else the machine does
 * falls on all alike; gives the medians of each. Tells on the standard error how far it is.
 */
export async function interleaved<W extends string, K extends string>(
  what: string,
  ways: Readonly<Record<W, () => Promise<Readonly<Record<K, number>>>>>,
  rounds: number,
): Promise<Record<W, Record<K, number>>> {
  const names = Object.keys(ways) as W[];
  const runs = new Map<W, Readonly<Record<K, number>>[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      process.stderr.write(`${what}: ${name}, round ${round + 1} of ${rounds}\n`);
      runs.get(name)?.push(await ways[name]());
    }
  }
  const each = names.map((name) => [name, medians(runs.get(name) ?? [])] as const);
  return Object.fromEntries(each) as Record<W, Record<K, number>>;
}
