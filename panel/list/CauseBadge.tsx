import type { Confidence } from "../../src/diagnosis/diagnosis.ts";
import { CauseMark } from "../elements/CauseMark.tsx";
import { Sentence } from "../elements/Sentence.tsx";
import { shortConfidence } from "../elements/wording.ts";
import "./cause-badge.css";
import "./list.css";

interface Props {
  readonly cause: string;
  readonly title: string;
  readonly confidence: Confidence;
  readonly probability: number;
  readonly apiGateway: boolean;
}

/** A cause in the list: mark, title, and how sure it is. */
export function CauseBadge({ cause, title, confidence, probability, apiGateway }: Props) {
  return (
    <span class="cause-badge">
      <CauseMark cause={cause} apiGateway={apiGateway} />
      <span class="cause-badge-title">
        <Sentence text={title} />
      </span>
      <span class={`list-confidence list-confidence-${confidence}`}>{shortConfidence(confidence, probability)}</span>
    </span>
  );
}
