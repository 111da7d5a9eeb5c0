import type { Details } from "../../src/worker/protocol.ts";
import { CauseReasons } from "../elements/CauseReasons.tsx";
import { FoldSection } from "../elements/FoldSection.tsx";
import { Section } from "../elements/Section.tsx";
import { counted } from "../elements/wording.ts";
import { Unchecked } from "./unchecked/Unchecked.tsx";

/** What was not taken for the cause, and what could not be looked at. */
export function Doubts({ details }: { readonly details: Details }) {
  const { explanation, finding, failures } = details;
  const { whyNot } = explanation.diagnosis;
  const unknown = finding?.unknown ?? explanation.diagnosis.unknown;
  return (
    <>
      {whyNot.length > 0 && (
        <FoldSection
          title="Why not?"
          note={`${counted(whyNot.length, "other cause")} ruled out or unlikely`}
          open={false}
        >
          <CauseReasons causes={whyNot} />
        </FoldSection>
      )}
      {unknown.length + failures.length > 0 && (
        <Section title="Could not check">
          <Unchecked unknown={unknown} failures={failures} />
        </Section>
      )}
    </>
  );
}
