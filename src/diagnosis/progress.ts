import type { Candidate } from "./engine.ts";
import type { Progress } from "./explanation.ts";
import { type StepId, steps } from "./steps.ts";

/** Shares below this are not drawn: every step would be "possible" otherwise. */
const drawnFrom = 0.02;

/**
 * How far the request got: steps before the first that may have refused were passed, steps behind the last were
 * never reached. Null where the refusal is not part of API Gateway's order at all.
 */
export function progressOf(candidates: readonly Candidate[]): readonly Progress[] {
  const shares = sharesByStep(candidates);
  if ((shares.get("elsewhere") ?? 0) > 0.5) return [];
  const first = steps.findIndex(({ id }) => (shares.get(id) ?? 0) >= drawnFrom);
  const refusals = steps.filter(({ id }) => (shares.get(id) ?? 0) >= drawnFrom);
  const last = steps.findLastIndex(({ id }) => (shares.get(id) ?? 0) >= drawnFrom);
  const behind = steps.filter(({ id }) => id !== "in-front" || (shares.get(id) ?? 0) >= drawnFrom);
  return behind.map(({ id, label }) => {
    const probability = shares.get(id) ?? 0;
    const state = stateOf(
      steps.findIndex((step) => step.id === id),
      first,
      last,
      probability,
      refusals.length,
    );
    return { step: id, label, state, probability, says: sentence(label, state, probability) };
  });
}

function sharesByStep(candidates: readonly Candidate[]): Map<StepId, number> {
  const shares = new Map<StepId, number>();
  for (const { rule, probability } of candidates) {
    shares.set(rule.refusedAt, (shares.get(rule.refusedAt) ?? 0) + probability);
  }
  return shares;
}

function stateOf(at: number, first: number, last: number, probability: number, refusals: number): Progress["state"] {
  if (at < first) return "passed";
  if (at > last) return "not-reached";
  if (probability < drawnFrom) return "possible";
  return refusals === 1 ? "refused" : "possible";
}

function sentence(label: string, state: Progress["state"], probability: number): string {
  const percent = `${Math.round(probability * 100)} %`;
  if (state === "passed") return `${label}: passed. A refusal here would have answered otherwise.`;
  if (state === "refused") return `${label}: refused here.`;
  if (state === "not-reached") return `${label}: never reached.`;
  return probability < drawnFrom ? `${label}: passed or never reached.` : `${label}: may have refused (${percent}).`;
}

/** The strip in one sentence. */
export function progressSentence(progress: readonly Progress[]): string {
  if (progress.length === 0) return "The refusal did not come from API Gateway's own order of evaluation.";
  const possible = progress.filter(({ state, probability }) => state !== "passed" && probability >= drawnFrom);
  const [only] = possible;
  const neverRun = progress.some(({ state }) => state === "not-reached") ? " Nothing behind it has run." : "";
  if (possible.length === 1 && only) return `Refused at step “${only.label}”.${neverRun}`;
  return `Refused at one of: ${possible.map(({ label }) => label).join(", ")}.${neverRun.replace("it", "them")}`;
}
