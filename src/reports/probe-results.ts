import type { Alternative, ProbeResult } from "../diagnosis/diagnosis.ts";
import type { Explanation, FullExplanation } from "../diagnosis/explanation.ts";
import { percent } from "./percent.ts";

/** The explanation with the probe results of its request, for reports. */
export function withProbes(explanation: Explanation, checks: readonly ProbeResult[]): Explanation {
  if (checks.length === 0) return explanation;
  const { diagnosis } = explanation;
  return { ...explanation, diagnosis: { ...diagnosis, checks }, full: () => fullWithProbes(explanation, checks) };
}

function fullWithProbes(explanation: Explanation, checks: readonly ProbeResult[]): FullExplanation {
  const full = explanation.full();
  return { ...full, diagnosis: { ...full.diagnosis, checks } };
}

/** The results of all probes about these requests. */
export function probesIn(explanations: readonly Explanation[]): readonly ProbeResult[] {
  return explanations.flatMap(({ diagnosis }) => diagnosis.checks ?? []);
}

/** A sentence with the probability of each cause before and after a probe. */
export function shiftOf({ before, after }: Pick<ProbeResult, "before" | "after">): string {
  const gone = before.filter(({ cause }) => after.every((each) => each.cause !== cause));
  const shifts = [...after, ...gone].map(
    ({ cause }) => `\`${cause}\` ${share(cause, before)} → ${share(cause, after)}`,
  );
  return `${shifts.join(", ")}.`;
}

function share(cause: string, listed: readonly Alternative[]): string {
  const found = listed.find((each) => each.cause === cause);
  return found === undefined ? "below 2 %" : percent(found.probability);
}
