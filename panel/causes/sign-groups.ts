import type { Sign } from "../../src/diagnosis/cause-page.ts";

/** The effect of a sign on a cause. */
type Effect = "proves" | "needs" | "for" | "against" | "excludes";

export interface SignGroup {
  readonly effect: Effect;
  /** In words, strongest first. */
  readonly signs: readonly string[];
}

interface WeighedSign {
  readonly effect: Effect;
  readonly words: string;
  /** Log-odds without their sign. */
  readonly size: number;
}

const order: readonly Effect[] = ["proves", "needs", "for", "against", "excludes"];

/** Log-odds below which a sign is too slight to be named. */
const notable = 0.5;

/** At most this many signs in a group: more would hide those that matter. */
const shown = 8;

/** The signs of a cause, grouped by their effect. */
export function signGroups(signs: readonly Sign[]): readonly SignGroup[] {
  const all = signs.flatMap(weighed).toSorted((a, b) => b.size - a.size);
  return order.flatMap((effect) => {
    const words = all.filter((each) => each.effect === effect).map((each) => each.words);
    return words.length === 0 ? [] : [{ effect, signs: [...new Set(words)].slice(0, shown) }];
  });
}

function weighed({ holds, fails, yes, no }: Sign): WeighedSign[] {
  return [...effectOf(yes, holds, "excludes"), ...effectOf(no, no === "never" ? holds : (fails ?? holds), "needs")];
}

function effectOf(weight: Sign["yes"], words: string, never: Effect): WeighedSign[] {
  if (weight === "proof") return [{ effect: "proves", words, size: 0 }];
  if (weight === "never") return [{ effect: never, words, size: 0 }];
  const logOdds = typeof weight === "object" ? weight.doubt : weight;
  if (Math.abs(logOdds) < notable) return [];
  return [{ effect: logOdds > 0 ? "for" : "against", words, size: Math.abs(logOdds) }];
}
