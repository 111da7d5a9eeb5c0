import type { Details } from "../../../src/worker/protocol.ts";
import type { DiagnosisSection } from "../section.ts";
import { EvidenceList } from "./EvidenceList.tsx";

/** What speaks for the cause and against it. */
export const reasons: DiagnosisSection = {
  id: "reasons",
  title: "Why",
  applies: (details) => evidenceOf(details).length > 0,
  View: ({ details }) => <EvidenceList evidence={evidenceOf(details)} exchange={details.exchange} />,
};

function evidenceOf({ finding, explanation }: Details) {
  return finding?.evidence ?? explanation.why;
}
