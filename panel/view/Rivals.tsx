import type { Evidence } from "../../src/diagnosis/diagnosis.ts";
import type { Rival } from "../../src/diagnosis/explanation.ts";
import { percent } from "../wording.ts";
import { CauseMark } from "./CauseMark.tsx";
import { EvidenceList } from "./EvidenceList.tsx";
import { Sentence } from "./Sentence.tsx";

interface Props {
  readonly rivals: readonly Rival[];
  readonly evidence: readonly Evidence[];
  readonly apiGateway: boolean;
}

/** The other causes that fit, likeliest first; each opens to show its own evidence. */
export function Rivals({ rivals, evidence, apiGateway }: Props) {
  return (
    <ul class="rivals">
      {rivals.map((rival) => (
        <li key={rival.cause}>
          <RivalLine
            rival={rival}
            apiGateway={apiGateway}
            evidence={evidence.filter(({ cause }) => cause === rival.cause)}
          />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly rival: Rival;
  readonly evidence: readonly Evidence[];
  readonly apiGateway: boolean;
}

function RivalLine({ rival, evidence, apiGateway }: LineProps) {
  if (evidence.length === 0) {
    return (
      <div class="rival">
        <RivalSummary rival={rival} apiGateway={apiGateway} />
      </div>
    );
  }
  return (
    <details>
      <summary class="rival">
        <RivalSummary rival={rival} apiGateway={apiGateway} />
      </summary>
      <EvidenceList evidence={evidence} />
    </details>
  );
}

function RivalSummary({ rival, apiGateway }: Omit<LineProps, "evidence">) {
  return (
    <>
      <span class="rival-title">
        <CauseMark cause={rival.cause} apiGateway={apiGateway} />
        <span>
          <Sentence text={rival.title} />
        </span>
      </span>
      <span class="rival-share">{percent(rival.probability)}</span>
      <span class="bar" aria-hidden="true">
        <span class="bar-fill" style={{ "--share": rival.probability }} />
      </span>
      <span class="rival-says">
        <Sentence text={rival.says} />
      </span>
    </>
  );
}
