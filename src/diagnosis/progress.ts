import { type OrderedStep, type StepId, steps, stepsOf } from "../../rules/steps.ts";
import type { ApiKind } from "./diagnosis.ts";
import type { Progress } from "./explanation.ts";
import type { Candidate } from "./rank.ts";

/** Below this share a step is not drawn as one that may have refused: every step would be otherwise. */
const possibleFrom = 0.02;

/** What may be left for other steps and other causes beside a step that is drawn as passed. */
const passedUpTo = 0.1;

/** At or above this share of the rest, a step that is passed is said to be so almost certainly. */
const doubtFrom = 0.0005;

/** What speaks most against a step's refusal, as a sentence; null where nothing does. */
export type Proof = (step: StepId) => string | null;

/**
 * How far the request got, by the order of the API's kind. Steps before the first that may have refused were passed;
 * those behind the last were never reached. A step between two of them that hardly refused ran only if a later one did;
 * and where something else may have refused, or a part stays unexplained, not even the first steps are known to be
 * passed. Empty where the refusal is not part of API Gateway's order at all.
 */
export function progressOf(
  candidates: readonly Candidate[],
  kind: ApiKind = "unknown",
  proof: Proof = () => null,
): readonly Progress[] {
  const shares = sharesByStep(candidates);
  const shareOf = (id: StepId) => shares.get(id) ?? 0;
  const order = orderFor(kind, shareOf);
  const possible = order.filter(({ id }) => shareOf(id) >= possibleFrom);
  if (possible.length === 0 || shareOf("elsewhere") > 0.5) return [];
  const explained = possible.reduce((sum, { id }) => sum + shareOf(id), 0);
  const places = possible.map((step) => order.indexOf(step));
  const range = { first: Math.min(...places), last: Math.max(...places), rest: Math.max(0, 1 - explained) };
  return order
    .map((step, at) => progressAt(step, at, range, shareOf, proof))
    .filter(({ step, state }) => step !== "in-front" || state === "possible" || state === "refused");
}

/** A kind's own order; the one with all steps where one may have refused that the kind does not have. */
function orderFor(kind: ApiKind, shareOf: (id: StepId) => number): readonly OrderedStep[] {
  const own = stepsOf(kind);
  const isWhole = steps.every(({ id }) => shareOf(id) < possibleFrom || own.some((step) => step.id === id));
  return isWhole ? own : steps;
}

/** A cause that does not tell at which of several steps it refused counts for each of them alike. */
function sharesByStep(candidates: readonly Candidate[]): Map<StepId, number> {
  const shares = new Map<StepId, number>();
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
  /** The probability that these leave for another step, for something outside of the order, or for no known cause. */
  readonly rest: number;
}

function progressAt(
  { id, label, checks }: OrderedStep,
  at: number,
  range: Range,
  shareOf: (id: StepId) => number,
  proof: Proof,
): Progress {
  const probability = shareOf(id);
  const state = stateAt(at, probability, range);
  const isProved = state === "passed" || state === "unlikely";
  const shown = isProved ? proof(id) : null;
  const reason = shown === null ? [] : [`Against a refusal here: ${shown}.`];
  const says = [`${label} looks at ${checks}.`, fateOf(state, probability, range.rest), ...reason].join(" ");
  return { step: id, label, state, probability, says };
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

/** The strip in one sentence. */
export function progressSentence(progress: readonly Progress[]): string {
  const refusing = progress.filter(({ state }) => state === "refused" || state === "possible");
  const [first, ...more] = refusing;
  if (first === undefined) return "The refusal did not come from API Gateway's own order of evaluation.";
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
