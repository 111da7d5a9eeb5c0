/** Least distance between two different instants, as a share of the line: a minute beside an hour stays visible. */
const least = 0.12;

/**
 * Places on a line from 0 to 1 for instants in order of time. Distances keep their order, and none is too short to be
 * seen.
 */
export function placesOf(instants: readonly number[]): readonly number[] {
  const gaps = instants.slice(1).map((at, index) => at - (instants[index] ?? at));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  if (total === 0) return instants.map(() => 0);
  const widths = gaps.map((gap) => (gap === 0 ? 0 : Math.max(least, gap / total)));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const places = [0];
  for (const each of widths) places.push(Math.min(1, (places.at(-1) ?? 0) + each / width));
  return places;
}
