import type { Confidence } from "../../../src/diagnosis/diagnosis.ts";
import type { Explanation } from "../../../src/diagnosis/explanation.ts";
import type { Details, ExportScope } from "../../../src/worker/protocol.ts";
import { CauseMark } from "../../elements/CauseMark.tsx";
import { CauseName } from "../../elements/CauseName.tsx";
import { CopyButton } from "../../elements/CopyButton.tsx";
import { Sentence } from "../../elements/Sentence.tsx";
import { counted, fullConfidence } from "../../elements/wording.ts";
import { ExportButton } from "../../export/ExportButton.tsx";
import { CloseButton } from "./CloseButton.tsx";
import { causeText } from "./cause-text.ts";
import { PageLayers } from "./PageLayers.tsx";
import "../../detail/detail.css";
import "./headline.css";

interface Props {
  readonly details: Details;
  readonly onClose: () => void;
}

/** The cause, its confidence, who refused, and what it means. */
export function Headline({ details, onClose }: Props) {
  const { explanation, finding } = details;
  const { diagnosis, root, who, means, page } = explanation;
  const scope: ExportScope =
    finding === null ? { kind: "request", key: details.key } : { kind: "finding", finding: root.key };
  const { title, confidence, probability } = finding ?? { ...diagnosis, title: root.title };
  return (
    <header>
      <div class="headline">
        <div>
          <h2 id="headline">
            <CauseMark cause={diagnosis.cause} apiGateway={diagnosis.apiGateway} />
            <CauseName cause={diagnosis.cause} title={title} />
          </h2>{" "}
          <Pill confidence={confidence} probability={probability} />
        </div>
        <span class="headline-tools">
          <CopyButton text={causeText(explanation)} what="the cause in one line" bare />
          <ExportButton of={scope} what="this diagnosis" />
          <CloseButton onClick={onClose} />
        </span>
      </div>
      <p class="detail-who">
        {finding !== null && finding.requests.length > 1 && (
          <strong>{counted(finding.requests.length, "request")}, one cause · </strong>
        )}
        <Sentence text={who} />
      </p>
      {page !== null && <PageLayers page={page} status={diagnosis.status} title={title} />}
      <Meaning means={means} />
    </header>
  );
}

function Pill({ confidence, probability }: { readonly confidence: Confidence; readonly probability: number }) {
  return <span class={`headline-pill headline-pill-${confidence}`}>{fullConfidence(confidence, probability)}</span>;
}

function Meaning({ means }: Pick<Explanation, "means">) {
  return (
    <p class="detail-means">
      <Sentence text={means} />
    </p>
  );
}
