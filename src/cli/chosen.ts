import type { Confidence } from "../diagnosis/diagnosis.ts";
import type { FailOn } from "./arguments.ts";
import type { DiagnosedFiles } from "./diagnose.ts";

/** Only what was found of these causes; everything where none is named. What was read stays counted. */
export function onlyCauses(diagnosed: DiagnosedFiles, causes: readonly string[]): DiagnosedFiles {
  if (causes.length === 0) return diagnosed;
  const isChosen = ({ cause }: { readonly cause: string }) => causes.includes(cause);
  const { report, explanations } = diagnosed;
  return {
    ...diagnosed,
    report: { ...report, findings: report.findings.filter(isChosen) },
    explanations: explanations.filter(({ diagnosis }) => isChosen(diagnosis)),
  };
}

const failing: Readonly<Record<FailOn, readonly Confidence[]>> = {
  certain: ["certain"],
  likely: ["certain", "likely"],
  any: ["certain", "likely", "ambiguous"],
};

/** Whether something was found that the command is to fail on. */
export function isFailure({ explanations }: DiagnosedFiles, failOn: FailOn | null): boolean {
  return failOn !== null && explanations.some(({ diagnosis }) => failing[failOn].includes(diagnosis.confidence));
}
