import { useState } from "preact/hooks";
import type { Evidence } from "../../src/diagnosis/diagnosis.ts";
import type { Rival } from "../../src/diagnosis/explanation.ts";
import type { ExchangeView } from "../../src/examiner/messages.ts";
import { percent } from "../wording.ts";
import { CauseMark } from "./CauseMark.tsx";
import { CauseName } from "./CauseName.tsx";
import { EvidenceList } from "./EvidenceList.tsx";
import { Icon } from "./Icon.tsx";
import { Sentence } from "./Sentence.tsx";

interface Props {
  readonly rivals: readonly Rival[];
  readonly evidence: readonly Evidence[];
  readonly exchange: ExchangeView;
  readonly apiGateway: boolean;
}

/** The other causes that fit, likeliest first; each opens to show its own evidence. */
export function Rivals({ rivals, evidence, exchange, apiGateway }: Props) {
  return (
    <ul class="rivals">
      {rivals.map((rival) => (
        <RivalItem
          key={rival.cause}
          rival={rival}
          apiGateway={apiGateway}
          exchange={exchange}
          evidence={evidence.filter(({ cause }) => cause === rival.cause)}
        />
      ))}
    </ul>
  );
}

interface ItemProps extends Omit<Props, "rivals"> {
  readonly rival: Rival;
}

function RivalItem({ rival, evidence, exchange, apiGateway }: ItemProps) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div class="rival">
        {evidence.length > 0 ? (
          <button
            type="button"
            class={`fold ${open ? "open" : ""}`}
            aria-expanded={open}
            aria-label={`Evidence for and against: ${rival.title.replaceAll("`", "")}`}
            onClick={() => setOpen(!open)}
          >
            <Icon name="fold" />
          </button>
        ) : (
          <span />
        )}
        <span class="rival-title">
          <CauseMark cause={rival.cause} apiGateway={apiGateway} />
          <CauseName cause={rival.cause} title={rival.title} />
        </span>
        <span class="rival-share">{percent(rival.probability)}</span>
        <span class="bar" aria-hidden="true">
          <span class="bar-fill" style={{ "--share": rival.probability }} />
        </span>
        <span class="rival-says">
          <Sentence text={rival.says} />
        </span>
      </div>
      {open && <EvidenceList evidence={evidence} exchange={exchange} />}
    </li>
  );
}
