import type { Case } from "./case.ts";
import type { Progress } from "./explanation.ts";
import type { Candidate } from "./rank.ts";

/** One step at which a request may be refused. */
export interface Step {
  readonly id: string;
  readonly label: string;
  /** What is in question where it may have refused; can follow "Unclear:". */
  readonly topic: string;
  /** A phrase that can follow "looks at". */
  readonly checks: string;
  /** Drawn only where it may have refused. */
  readonly isOptional?: boolean;
  /** The step with which it has no proved order: neither shows whether the other ran. */
  readonly besides?: string;
}

/** The order in which requests are refused: the first step that refuses ends the request. */
export interface Order {
  /** The words that can follow "did not come from". */
  readonly name: string;
  /** Every step. */
  readonly steps: readonly Step[];
  /** What is in question where none of the steps may have refused. */
  readonly outside: string;
  /** The steps that this request runs through. */
  stepsFor(subject: Case): readonly Step[];
}

/** Share from which a step may have refused; with none, every step would. */
const possibleFrom = 0.02;

/** Most of the probability that may remain for other steps and causes beside a step that counts as passed. */
const passedUpTo = 0.1;

/** Rest from which a passed step is called almost certainly passed. */
const doubtFrom = 0.0005;

/** The sentence that speaks most against a refusal at a step; null where nothing does. */
export type Proof = (step: string) => string | null;

/**
 * How far the request got. Steps before the first that may have refused were passed; steps behind the last were not
 * reached. A step between them that hardly refused ran only if a later one did. Where something else may have refused,
 * or a share stays unexplained, not even the first steps are known to be passed. Empty where the refusal is not part of
 * the order.
 * @param own the steps that the request runs through; all steps are drawn where one that is not among them may have refused
 */
export function progressOf(
  candidates: readonly Candidate[],
  { own, all }: { readonly own: readonly Step[]; readonly all: readonly Step[] },
  proof: Proof = () => null,
): readonly Progress[] {
  const shares = sharesByStep(candidates);
  const shareOf = (id: string) => shares.get(id) ?? 0;
  const isWhole = all.every(({ id }) => shareOf(id) < possibleFrom || own.some((step) => step.id === id));
  const order = isWhole ? own : all;
  const possible = order.filter(({ id }) => shareOf(id) >= possibleFrom);
  if (possible.length === 0 || shareOutside(all, shares) > 0.5) return [];
  const explained = possible.reduce((sum, { id }) => sum + shareOf(id), 0);
  const places = possible.map((step) => order.indexOf(step));
  const range = {
    first: Math.min(...places),
    last: Math.max(...places),
    possible: possible.map(({ id }) => id),
    rest: Math.max(0, 1 - explained),
  };
  return order.flatMap((step, at) => {
    const progress = progressAt(step, at, range, shareOf, proof);
    return step.isOptional && !mayHaveRefused(progress) ? [] : [progress];
  });
}

function shareOutside(all: readonly Step[], shares: ReadonlyMap<string, number>): number {
  const outside = [...shares].filter(([id]) => !all.some((step) => step.id === id));
  return outside.reduce((sum, [, share]) => sum + share, 0);
}

function mayHaveRefused({ state }: Progress): boolean {
  return state === "refused" || state === "possible";
}

/** The probability of each step, by its id. A cause that may refuse at several steps counts for each of them alike. */
export function sharesByStep(candidates: readonly Candidate[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { rule, probability } of candidates) {
    const places = [rule.refusedAt, ...(rule.orAt ?? [])];
    for (const step of places) shares.set(step, (shares.get(step) ?? 0) + probability / places.length);
  }
  return shares;
}

interface Range {
  /** Places of the first and the last step that may have refused. */
  readonly first: number;
  readonly last: number;
  /** Steps that may have refused. */
  readonly possible: readonly string[];
  /** The probability that remains for another step, for something outside the order, or for no known cause. */
  readonly rest: number;
}

function progressAt(
  { id, label, checks, besides }: Step,
  at: number,
  range: Range,
  shareOf: (id: string) => number,
  proof: Proof,
): Progress {
  const probability = shareOf(id);
  const ordered = stateAt(at, probability, range);
  const state = hasProvedOrder(besides, ordered, range) ? ordered : "unlikely";
  const isProved = state === "passed" || state === "unlikely";
  const shown = isProved ? proof(id) : null;
  const reason = shown === null ? [] : [`Against a refusal here: ${shown}.`];
  const says = [`${label} looks at ${checks}.`, fateOf(state, probability, range.rest), ...reason].join(" ");
  return { step: id, label, state, probability, says };
}

/** A step that ran besides the one that refused may have passed, or may not have run; what refused later proves neither. */
function hasProvedOrder(besides: string | undefined, state: Progress["state"], { possible }: Range): boolean {
  if (besides === undefined || !possible.includes(besides)) return true;
  return state !== "passed" && state !== "not-reached";
}

function stateAt(at: number, probability: number, { first, last, rest }: Range): Progress["state"] {
  if (at > last) return "not-reached";
  if (at < first) return rest > passedUpTo ? "unlikely" : "passed";
  if (probability < possibleFrom) return "unlikely";
  return first === last && rest < possibleFrom ? "refused" : "possible";
}

function fateOf(state: Progress["state"], probability: number, rest: number): string {
  switch (state) {
    case "passed":
      return rest < doubtFrom ? "Passed." : "Almost certainly passed.";
    case "refused":
      return "Refused here.";
    case "possible":
      return `May have refused: ${Math.round(probability * 100)} %.`;
    case "unlikely":
      return "Hardly refused; whether it ran depends on what did.";
    case "not-reached":
      return "Never reached: the refusal came before.";
  }
}

/** How far the request got, in one sentence. */
export function progressSentence(progress: readonly Progress[], { name }: Pick<Order, "name">): string {
  const refusing = progress.filter(mayHaveRefused);
  const [first, ...more] = refusing;
  if (first === undefined) return `The refusal did not come from ${name}.`;
  const total = progress.reduce((sum, { probability }) => sum + probability, 0);
  if (total <= 1 - possibleFrom) return `Refused ${places(refusing)}, or by something else.`;
  const isEnd = progress.at(-1)?.state !== "not-reached";
  const unreached = more.length === 0 ? " Nothing behind it has run." : " Nothing behind the last of them has run.";
  return `Refused ${places(refusing)}.${isEnd ? "" : unreached}`;
}

function places(refusing: readonly Progress[]): string {
  const labels = refusing.map(({ label }) => label);
  return labels.length === 1 ? `at step “${labels[0]}”` : `at one of: ${labels.join(", ")}`;
}
