/** Bits of expected gain below which a check is not worth a request. */
export const worthAsking = 0.1;

/** One way in which a cause comes about: the results that a check may get, each as likely as another. */
export interface Way {
  readonly results: readonly string[];
  readonly probability: number;
}

/**
 * Mutual information of cause and result, in bits: the entropy of the result less the entropy that remains when the
 * cause is known. A way without results is taken to give the results of the others: its share lowers the gain and never
 * raises it.
 * @param causes the ways of each cause
 */
export function expectedGain(causes: readonly (readonly Way[])[]): number {
  const shares = causes.map(sharesOf);
  return entropy(sharesOf(causes.flat())) - shares.reduce((open, each) => open + entropy(each), 0);
}

/** The probability of each result. */
function sharesOf(ways: readonly Way[]): readonly number[] {
  const shares = new Map<string, number>();
  for (const { results, probability } of ways) {
    for (const result of results) shares.set(result, (shares.get(result) ?? 0) + probability / results.length);
  }
  return [...shares.values()].filter((share) => share > 0);
}

/** In bits, times the sum of the shares. */
function entropy(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.reduce((bits, share) => bits - share * Math.log2(share / total), 0);
}
