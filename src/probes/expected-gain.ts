/** Bits of expected gain below which a check is not worth a request. */
export const worthAsking = 0.1;

/** One way in which a cause comes about: what a check may get, each answer as likely as another. */
export interface Way {
  readonly answers: readonly string[];
  readonly probability: number;
}

/**
 * Mutual information of cause and answer, in bits: the entropy of the answer less what stays open of it when the cause
 * is known. A way that says nothing of the check is taken to answer as the others do on the whole, so that it tells
 * nothing: its share lowers the gain and never raises it.
 * @param causes the ways of each cause
 */
export function expectedGain(causes: readonly (readonly Way[])[]): number {
  const shares = causes.map(sharesOf);
  return entropy(sharesOf(causes.flat())) - shares.reduce((open, each) => open + entropy(each), 0);
}

/** How much of the probability each answer has. */
function sharesOf(ways: readonly Way[]): readonly number[] {
  const shares = new Map<string, number>();
  for (const { answers, probability } of ways) {
    for (const answer of answers) shares.set(answer, (shares.get(answer) ?? 0) + probability / answers.length);
  }
  return [...shares.values()].filter((share) => share > 0);
}

/** In bits, times the sum of the shares. */
function entropy(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.reduce((bits, share) => bits - share * Math.log2(share / total), 0);
}
