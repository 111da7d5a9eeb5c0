import { useState } from "preact/hooks";
import type { Evidence } from "../../../src/diagnosis/diagnosis.ts";
import type { Rival, Unexplained } from "../../../src/diagnosis/explanation.ts";
import type { Details, ExchangeView } from "../../../src/worker/protocol.ts";
import { CauseMark } from "../../elements/CauseMark.tsx";
import { CauseName } from "../../elements/CauseName.tsx";
import { type CauseMarks, marksFor } from "../../elements/cause-mark.ts";
import { Icon } from "../../elements/Icon.tsx";
import { Sentence } from "../../elements/Sentence.tsx";
import { percent } from "../../elements/wording.ts";
import { usePanel } from "../../store/panel-context.ts";
import { EvidenceList } from "../reasons/EvidenceList.tsx";
import type { DiagnosisSection } from "../section.ts";
import "./rivals.css";

/** The other causes that fit, likeliest first, each with its evidence; the unexplained share comes last. */
export const rivals: DiagnosisSection = {
  id: "rivals",
  title: "Could also be",
  applies: ({ explanation }) => explanation.rivals.length > 0 || explanation.unexplained !== null,
  View: Rivals,
};

function Rivals({ details: { explanation, exchange } }: { readonly details: Details }) {
  const { store } = usePanel();
  const { rivals, unexplained, diagnosis } = explanation;
  const { apiGateway } = diagnosis;
  const marks = marksFor([...store.causes.value, ...rivals.map(({ cause }) => ({ cause, apiGateway }))]);
  return (
    <ul data-testid="rivals">
      {rivals.map((rival) => (
        <RivalItem
          key={rival.cause}
          rival={rival}
          marks={marks}
          apiGateway={apiGateway}
          exchange={exchange}
          evidence={diagnosis.evidence.filter(({ cause }) => cause === rival.cause)}
        />
      ))}
      {unexplained !== null && (
        <li class="rivals-rival rivals-unexplained">
          <span />
          <span class="rivals-title">
            <span class="rivals-unknown" aria-hidden="true">
              ?
            </span>
            {unexplained.title}
          </span>
          <Share {...unexplained} />
        </li>
      )}
    </ul>
  );
}

interface ItemProps {
  readonly rival: Rival;
  readonly marks: CauseMarks;
  readonly evidence: readonly Evidence[];
  readonly exchange: ExchangeView;
  readonly apiGateway: boolean;
}

function RivalItem({ rival, marks, evidence, exchange, apiGateway }: ItemProps) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div class="rivals-rival">
        {evidence.length > 0 ? (
          <button
            type="button"
            class={`rivals-fold ${open ? "rivals-fold-open" : ""}`}
            aria-expanded={open}
            aria-label={`Evidence for and against: ${rival.title.replaceAll("`", "")}`}
            onClick={() => setOpen(!open)}
          >
            <Icon name="fold" />
          </button>
        ) : (
          <span />
        )}
        <span class="rivals-title">
          <CauseMark cause={rival.cause} apiGateway={apiGateway} marks={marks} />
          <CauseName cause={rival.cause} title={rival.title} />
        </span>
        <Share {...rival} />
      </div>
      {open && (
        <div class="rivals-evidence">
          <EvidenceList evidence={evidence} exchange={exchange} />
        </div>
      )}
    </li>
  );
}

/** Its probability in figures and as a bar, and the difference to the first cause. */
function Share({ probability, says }: Unexplained) {
  return (
    <>
      <span class="rivals-share">{percent(probability)}</span>
      <span class="rivals-bar" aria-hidden="true">
        <span class="rivals-bar-fill" style={{ "--share": probability }} />
      </span>
      <span class="rivals-sentence">
        <Sentence text={says} />
      </span>
    </>
  );
}
