import type { Confidence } from "../diagnosis/diagnosis.ts";
import type { ReportedSession } from "../reports/format.ts";
import type { FailOn } from "./arguments.ts";

/** The session with only these causes, or with all if none is named. The counts stay. */
export function onlyCauses(session: ReportedSession, causes: readonly string[]): ReportedSession {
  if (causes.length === 0) return session;
  const isChosen = ({ cause }: { readonly cause: string }) => causes.includes(cause);
  const { summary, explanations } = session;
  return {
    ...session,
    summary: { ...summary, findings: summary.findings.filter(isChosen) },
    explanations: explanations.filter(({ diagnosis }) => isChosen(diagnosis)),
  };
}

const failing: Readonly<Record<FailOn, readonly Confidence[]>> = {
  certain: ["certain"],
  likely: ["certain", "likely"],
  any: ["certain", "likely", "ambiguous"],
};

/** Whether `--fail-on` makes the command fail. */
export function isFailure({ explanations }: ReportedSession, failOn: FailOn | null): boolean {
  return failOn !== null && explanations.some(({ diagnosis }) => failing[failOn].includes(diagnosis.confidence));
}
