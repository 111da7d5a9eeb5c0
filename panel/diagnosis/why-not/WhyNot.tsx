import { CauseReasons } from "../../elements/CauseReasons.tsx";
import { counted } from "../../elements/wording.ts";
import type { DiagnosisSection } from "../section.ts";

/** Causes that one might expect, each with what speaks against it. */
export const whyNot: DiagnosisSection = {
  id: "why-not",
  title: "Why not?",
  note: ({ explanation: { diagnosis } }) => `${counted(diagnosis.whyNot.length, "other cause")} ruled out or unlikely`,
  opens: () => false,
  applies: ({ explanation: { diagnosis } }) => diagnosis.whyNot.length > 0,
  View: ({ details: { explanation } }) => <CauseReasons causes={explanation.diagnosis.whyNot} />,
};
