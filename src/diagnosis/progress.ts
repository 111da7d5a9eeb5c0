import type { Candidate } from "./engine.ts";
import type { Progress } from "./explanation.ts";
import { type StepId, steps } from "./steps.ts";

/** Below this share a step is not drawn as one that may have refused: every step would be otherwise. */
const possibleFrom = 0.02;

/**
 * How far the request got. Steps before the first that may have refused were passed; those behind the last were never
 * reached. A step between two of them that did not refuse is proved to be neither, so it counts as not reached: it ran
 * only if a later one refused. Empty where the refusal is not part of API Gateway's order at all.
 */
export function progressOf(candidates: readonly Candidate[]): readonly Progress[] {
  const shares = sharesByStep(candidates);
  const shareOf = (id: StepId) => shares.get(id) ?? 0;
  const possible = steps.filter(({ id }) => shareOf(id) >= possibleFrom);
  if (possible.length === 0 || shareOf("elsewhere") > 0.5) return [];
  const [first] = possible;
  const isSure = first !== undefined && shareOf(first.id) > 1 - possibleFrom;
  return steps
    .filter(({ id }) => id !== "in-front" || shareOf(id) >= possibleFrom)
    .map((step) => progressAt(step, shareOf(step.id), possible, isSure));
}

type Step = (typeof steps)[number];

function sharesByStep(candidates: readonly Candidate[]): Map<StepId, number> {
  const shares = new Map<StepId, number>();
  for (const { rule, probability } of candidates) {
    shares.set(rule.refusedAt, (shares.get(rule.refusedAt) ?? 0) + probability);
  }
  return shares;
}

function progressAt(step: Step, probability: number, possible: readonly Step[], isSure: boolean): Progress {
  const at = steps.indexOf(step);
  const isBefore = possible.every((each) => at < steps.indexOf(each));
  const isBehind = possible.every((each) => at > steps.indexOf(each));
  const { id, label } = step;
  const told = (state: Progress["state"], says: string) => ({ step: id, label, state, probability, says });
  if (isBefore) return told("passed", `${label}: passed. A refusal here would have answered otherwise.`);
  if (isBehind) return told("not-reached", `${label}: never reached.`);
  if (!possible.includes(step)) {
    return told("not-reached", `${label}: did not refuse. It ran only if a step behind it refused.`);
  }
  if (isSure) return told("refused", `${label}: refused here.`);
  return told("possible", `${label}: may have refused (${percent(probability)}).`);
}

function percent(probability: number): string {
  return `${Math.round(probability * 100)} %`;
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
