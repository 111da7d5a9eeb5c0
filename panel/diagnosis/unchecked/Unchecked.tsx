import type { RuleFailure } from "../../../src/diagnosis/diagnosed-session.ts";
import type { Unavailable } from "../../../src/diagnosis/diagnosis.ts";
import type { Details } from "../../../src/worker/protocol.ts";
import { Sentence } from "../../elements/Sentence.tsx";
import type { DiagnosisSection } from "../section.ts";
import "./unchecked.css";

/** What the capture left out, and rules that broke: both can hide a cause. */
export const unchecked: DiagnosisSection = {
  id: "unchecked",
  title: "Could not check",
  applies: (details) => unknownOf(details).length + details.failures.length > 0,
  View: ({ details }) => <Unchecked unknown={unknownOf(details)} failures={details.failures} />,
};

function unknownOf({ finding, explanation }: Details) {
  return finding?.unknown ?? explanation.diagnosis.unknown;
}

interface Props {
  readonly unknown: readonly Unavailable[];
  readonly failures: readonly RuleFailure[];
}

function Unchecked({ unknown, failures }: Props) {
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
