import type { Evidence } from "../../src/diagnosis/diagnosis.ts";
import { weightText } from "../wording.ts";
import { Sentence } from "./Sentence.tsx";

/** Sentences for and against a cause, each with what it weighs. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return (
    <ul class="evidence">
      {evidence.map((each, index) => (
        <li key={index} class={speaksFor(each) ? "for" : "against"}>
          <span class="says">
            <Sentence text={each.says} />
          </span>
          <span class="weight" title={`Clue ${each.clue}; weight in log-odds`}>
            {weightText(each.weight)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function speaksFor({ weight }: Evidence): boolean {
  return weight !== null && weight >= 0;
}
