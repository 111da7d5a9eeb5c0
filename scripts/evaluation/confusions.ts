import { groupBy } from "../../src/session/group-by.ts";
import type { Verdict } from "./verdict.ts";

/** A cause that was expected and another that was said instead. */
export interface Confusion {
  readonly expected: string;
  readonly said: string;
  readonly count: number;
  /** How many of them the labels accept, because nothing tells the two apart. */
  readonly accepted: number;
  readonly places: readonly string[];
}

/** Every pair of expected and other cause, most frequent first, wrong ones before accepted ones. */
export function confusionsIn(verdicts: readonly Verdict[]): Confusion[] {
  const pairs = groupBy(
    verdicts.filter(({ exact }) => !exact),
    (each) => `${each.label.cause} ${saidBy(each)}`,
  );
  return [...pairs.values()]
    .flatMap(confusionOf)
    .sort((a, b) => wrong(b) - wrong(a) || b.count - a.count || inOrder(a, b));
}

function confusionOf(pair: readonly Verdict[]): Confusion[] {
  const [first] = pair;
  if (first === undefined) return [];
  return [
    {
      expected: String(first.label.cause),
      said: saidBy(first),
      count: pair.length,
      accepted: pair.filter(({ right }) => right).length,
      places: pair.map(({ label }) => label.place),
    },
  ];
}

function saidBy({ said }: Verdict): string {
  return said?.ranking[0]?.cause ?? "nothing";
}

function wrong({ count, accepted }: Confusion): number {
  return count - accepted;
}

function inOrder(a: Confusion, b: Confusion): number {
  return `${a.expected} ${a.said}`.localeCompare(`${b.expected} ${b.said}`, "en");
}
