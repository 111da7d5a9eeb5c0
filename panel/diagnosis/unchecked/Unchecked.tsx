import type { Unavailable } from "../../../src/diagnosis/diagnosis.ts";
import type { RuleFailure } from "../../../src/diagnosis/examination.ts";
import { Sentence } from "../../elements/Sentence.tsx";
import "./unchecked.css";

interface Props {
  readonly unknown: readonly Unavailable[];
  readonly failures: readonly RuleFailure[];
}

/** What the capture left out, and rules that broke: both can hide a cause. */
export function Unchecked({ unknown, failures }: Props) {
  return (
    <ul class="unchecked">
      {unknown.map(({ what, why }, index) => (
        <li key={index}>
          <Sentence text={what} /> <span class="unchecked-why">— {<Sentence text={why} />}</span>
        </li>
      ))}
      {failures.map(({ rule, reason }) => (
        <li key={rule}>
          <Sentence text={`Whether it is \`${rule}\``} />{" "}
          <span class="unchecked-why">— its rule failed: {<Sentence text={reason} />}</span>
        </li>
      ))}
    </ul>
  );
}
