import type { Evidence } from "./diagnosis.ts";
import { byWeight } from "./rank.ts";

/** Log-odds above which a difference between two causes is worth a sentence. */
const worthSaying = 0.5;

/** The weights of one sentence for a cause and for the named cause, in log-odds. */
interface Difference {
  readonly says: string;
  readonly own: number;
  readonly named: number;
}

/**
 * The sentence that decides most between a cause and the named one, with its direction: the difference of its weights
 * moves the odds between the two. Null where every sentence counts about as much for either.
 */
export function decidingDifference(other: readonly Evidence[], named: readonly Evidence[]): string | null {
  return greatest(differences(other, named));
}

/** The sentence that speaks most for the named cause rather than for this one; null where none does. */
export function leastExplained(other: readonly Evidence[], named: readonly Evidence[]): string | null {
  return greatest(differences(other, named).filter((each) => each.own < each.named));
}

function differences(other: readonly Evidence[], named: readonly Evidence[]): Difference[] {
  const [ofOther, ofNamed] = [bySentence(other), bySentence(named)];
  return [...new Set([...ofOther.keys(), ...ofNamed.keys()])].map((says) => ({
    says,
    own: ofOther.get(says) ?? 0,
    named: ofNamed.get(says) ?? 0,
  }));
}

function bySentence(evidence: readonly Evidence[]): Map<string, number> {
  return new Map(evidence.map(({ says, weight }) => [says, weight ?? Number.NEGATIVE_INFINITY]));
}

function greatest(all: readonly Difference[]): string | null {
  const [first] = all.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (first === undefined || sizeOf(first) <= worthSaying) return null;
  return `${direction(first)}: ${first.says}`;
}

function sizeOf({ own, named }: Difference): number {
  return Math.abs(own - named);
}

function direction({ own, named }: Difference): string {
  if (own > named) return own > 0 ? "for it" : "less against it";
  return own < 0 ? "against it" : "explains less well";
}

/**
 * The strongest sentence against a cause; of equally strong ones that which speaks against the fewest causes. Null where
 * nothing speaks against it.
 * @param spread the number of causes that a sentence speaks against
 */
export function strongestAgainst(evidence: readonly Evidence[], spread: (says: string) => number): string | null {
  const against = byWeight(evidence.filter(speaksAgainst));
  const [strongest] = against;
  if (strongest === undefined) return null;
  const alike = against.filter(({ weight }) => weight === strongest.weight);
  return alike.toSorted((a, b) => spread(a.says) - spread(b.says))[0]?.says ?? null;
}

/** Whether the evidence rules its cause out or makes it notably less probable. */
export function speaksAgainst({ weight }: Evidence): boolean {
  return weight === null || weight < -worthSaying;
}
