import type { Evidence } from "./diagnosis.ts";
import { observationOf } from "./observation.ts";
import { byWeight } from "./rank.ts";

/** Log-odds above which a difference between two causes is worth a sentence. */
const worthSaying = 0.5;

/** The weights of one observation for a cause and for the named cause, in log-odds. */
interface Difference {
  readonly says: string;
  readonly own: number;
  readonly named: number;
}

/**
 * The sentence of the observation that decides most between a cause and the named one, with its direction: the difference
 * of its weights moves the odds between the two. Null where every observation counts about as much for either.
 */
export function decidingDifference(other: readonly Evidence[], named: readonly Evidence[]): string | null {
  return greatest(differences(other, named));
}

/** The sentence of what speaks most for the named cause rather than for this one; null where nothing does. */
export function leastExplained(other: readonly Evidence[], named: readonly Evidence[]): string | null {
  return greatest(differences(other, named).filter((each) => each.own < each.named));
}

function differences(other: readonly Evidence[], named: readonly Evidence[]): Difference[] {
  const [ofOther, ofNamed] = [weights(other), weights(named)];
  const sentences = new Map([...other, ...named].map((each) => [observationOf(each), each.says]));
  return [...sentences].map(([observation, says]) => ({
    says,
    own: ofOther.get(observation) ?? 0,
    named: ofNamed.get(observation) ?? 0,
  }));
}

function weights(evidence: readonly Evidence[]): Map<string, number> {
  return new Map(evidence.map((each) => [observationOf(each), each.weight ?? Number.NEGATIVE_INFINITY]));
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
 * The sentence of the strongest evidence against a cause; of equally strong evidence that which speaks against the
 * fewest causes. Null where nothing speaks against it.
 * @param spread the number of causes that the same observation speaks against
 */
export function strongestAgainst(evidence: readonly Evidence[], spread: (evidence: Evidence) => number): string | null {
  const against = byWeight(evidence.filter(speaksAgainst));
  const [strongest] = against;
  if (strongest === undefined) return null;
  const alike = against.filter(({ weight }) => weight === strongest.weight);
  return alike.toSorted((a, b) => spread(a) - spread(b))[0]?.says ?? null;
}

/** Whether the evidence rules its cause out or makes it notably less probable. */
export function speaksAgainst({ weight }: Evidence): boolean {
  return weight === null || weight < -worthSaying;
}
