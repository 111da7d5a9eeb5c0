import type { WhyNot } from "../../../src/diagnosis/diagnosis.ts";
import { CauseName } from "../../elements/CauseName.tsx";
import { Sentence } from "../../elements/Sentence.tsx";

/** Causes that one might expect, each with what speaks against it. */
export function WhyNotList({ causes }: { readonly causes: readonly WhyNot[] }) {
  return (
    <ul class="why-not">
      {causes.map(({ cause, title, says }) => (
        <li key={cause}>
          <CauseName cause={cause} title={title} />
          <span class="why">
            <Sentence text={says} />
          </span>
        </li>
      ))}
    </ul>
  );
}
