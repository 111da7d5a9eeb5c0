import { AdviceItem } from "../../advice/AdviceItem.tsx";
import type { DiagnosisSection } from "../section.ts";
import { Probe } from "./Probe.tsx";

/** The check that tells the causes apart best, and what the inspected page can ask. */
export const nextCheck: DiagnosisSection = {
  id: "next-check",
  title: "Settle it",
  applies: ({ explanation: { diagnosis } }) => diagnosis.nextCheck !== null || diagnosis.checks !== undefined,
  View: ({ details }) => {
    const advice = details.explanation.diagnosis.nextCheck;
    return (
      <>
        {advice !== null && <AdviceItem advice={advice} />}
        <Probe key={details.key} details={details} />
      </>
    );
  },
};
