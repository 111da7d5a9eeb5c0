/** About as many parts as a timeline has room for; a number that many others divide. */
const parts = 240;

/** Parts that a stretch has at least, however short it is. */
const leastParts = 12;

/** The shortest silence, in milliseconds, that may be one part: an old file beside live traffic, a pause for lunch. */
const longSilence = 10 * 60 * 1000;

/** A silence takes one part as long as it is more than this share of the time that is left. */
const silentShare = 0.5;

/** A time in which requests began, `until` not included. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** A span of time, parted. */
export interface TimeSpans {
  /** Ends of the parts, in milliseconds since the epoch: one more than parts. None where all is one instant. */
  readonly edges: readonly number[];
  /** Indexes of the parts that stand for a long silence. */
  readonly silences: readonly number[];
}

/**
 * Parts the time in which something began: equally, but for long silences, each of which is one part.
 * @param starts milliseconds since the epoch, in order
 */
export function timeSpansOf(starts: readonly number[]): TimeSpans {
  if (starts.at(0) === starts.at(-1)) return { edges: [], silences: [] };
  const stretches = stretchesOf(starts);
  const shares = sharesOf(stretches);
  return {
    edges: stretches.flatMap(({ from, until }, index) => edgesOf(from, until, shares[index] ?? leastParts)),
    silences: shares.slice(0, -1).map((_, index) => sum(shares.slice(0, index + 1)) + index),
  };
}

function edgesOf(from: number, until: number, share: number): readonly number[] {
  return Array.from({ length: share + 1 }, (_, edge) => from + (edge * (until - from)) / share);
}

/** Index of the part that an instant falls into; the first or the last for one beyond the ends. */
export function timeSpanAt(edges: readonly number[], instant: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] ?? instant) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Parted at the silences that would leave too little room for the rest. */
function stretchesOf(starts: readonly number[]): readonly Stretch[] {
  const cuts = new Set(silencesIn(starts));
  const beginnings = [0, ...[...starts.keys()].filter((index) => cuts.has(index))];
  return beginnings.map((beginning, index) => {
    const end = (beginnings[index + 1] ?? starts.length) - 1;
    return { from: starts[beginning] ?? 0, until: (starts[end] ?? 0) + 1 };
  });
}

/** Indexes of the requests that ended a long silence. */
function silencesIn(starts: readonly number[]): readonly number[] {
  const gaps = starts.map((start, index) => ({ index, length: start - (starts[index - 1] ?? start) }));
  const long = gaps.filter(({ length }) => length >= longSilence).toSorted((a, b) => b.length - a.length);
  let left = (starts.at(-1) ?? 0) - (starts.at(0) ?? 0);
  const most = Math.floor(parts / (2 * leastParts)) - 1;
  const cut = long.slice(0, most).filter(({ length }) => {
    if (length < left * silentShare) return false;
    left -= length;
    return true;
  });
  return cut.map(({ index }) => index);
}

/** How many parts each stretch has, by its length. With a part for each silence between them they are all parts. */
function sharesOf(stretches: readonly Stretch[]): readonly number[] {
  const lengths = stretches.map(({ from, until }) => until - from);
  const whole = sum(lengths);
  const spare = parts - (stretches.length - 1) - stretches.length * leastParts;
  const shares = lengths.map((length) => leastParts + Math.floor((spare * length) / whole));
  const longest = lengths.indexOf(Math.max(...lengths));
  const given = sum(shares) + stretches.length - 1;
  return shares.map((share, index) => (index === longest ? share + parts - given : share));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
