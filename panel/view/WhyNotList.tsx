import type { WhyNot } from "../../src/diagnosis/diagnosis.ts";
import { Sentence } from "./Sentence.tsx";

/** Causes that one might expect, each with what speaks against it. */
export function WhyNotList({ causes }: { readonly causes: readonly WhyNot[] }) {
  return (
    <ul class="rivals">
      {causes.map(({ cause, title, says }) => (
        <li key={cause}>
          <span>
            <Sentence text={title} />
          </span>{" "}
          <span class="rival-says">
            <Sentence text={says} />
          </span>
        </li>
      ))}
    </ul>
  );
}
