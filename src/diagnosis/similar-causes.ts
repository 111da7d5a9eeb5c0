import type { Clue, Rule, Weight } from "./rule.ts";

/** A cause whose refusals look alike, with the clues that tell the two apart, in words; the most telling first. */
export interface SimilarCause {
  readonly cause: string;
  readonly title: string;
  readonly apart: readonly string[];
}

/** Most causes and clues that are shown. */
const shownCauses = 8;
const shownClues = 3;

/**
 * The causes that look like this one: the required clues of one are among the required clues of the other. Clues that
 * most rules require do not count, since they tell no refusal from another.
 */
export function similarCauses(rule: Rule, all: readonly Rule[]): readonly SimilarCause[] {
  const particular = (each: Rule) => required(each).filter((clue) => isParticular(clue, all));
  const own = particular(rule);
  return all
    .filter((other) => other !== rule && isWithin(own, particular(other)) && !contradict(rule, other))
    .toSorted((a, b) => b.prior - a.prior)
    .slice(0, shownCauses)
    .map((other) => ({ cause: other.id, title: other.title, apart: tellApart(rule, other) }));
}

/** Whether one contains the other and neither is empty. */
function isWithin(one: readonly Clue[], other: readonly Clue[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  return fewer.length > 0 && fewer.every((clue) => more.includes(clue));
}

function required({ clues }: Rule): readonly Clue[] {
  return clues.filter(({ no }) => no === "never").map(({ clue }) => clue);
}

function isParticular(clue: Clue, all: readonly Rule[]): boolean {
  return all.filter((rule) => required(rule).includes(clue)).length <= all.length / 2;
}

/** A clue that one requires rules the other out. */
function contradict(one: Rule, other: Rule): boolean {
  const excludes = (rule: Rule, clue: Clue) => rule.clues.some((each) => each.clue === clue && each.yes === "never");
  return required(one).some((clue) => excludes(other, clue)) || required(other).some((clue) => excludes(one, clue));
}

function tellApart(one: Rule, other: Rule): readonly string[] {
  const clues = [...new Set([...one.clues, ...other.clues].map(({ clue }) => clue))];
  return clues
    .map((clue) => ({ clue, apart: Math.abs(leaning(one, clue) - leaning(other, clue)) }))
    .filter(({ apart }) => apart > 0)
    .toSorted((a, b) => b.apart - a.apart)
    .slice(0, shownClues)
    .map(({ clue }) => clue.holds);
}

/** How far a clue's yes and no lie apart for a cause, in log-odds. */
function leaning({ clues }: Rule, clue: Clue): number {
  return clues.filter((each) => each.clue === clue).reduce((sum, { yes, no }) => sum + worth(yes) - worth(no), 0);
}

/** In log-odds; a proof and an exclusion count more than any other weight. */
function worth(weight: Weight): number {
  if (weight === "proof") return decisive;
  if (typeof weight === "object") return weight.doubt;
  return weight === "never" ? -decisive : weight;
}

const decisive = 10;
