import { CauseMark } from "../elements/CauseMark.tsx";
import { lineText } from "../elements/display-text.ts";
import { Icon } from "../elements/Icon.tsx";
import { Sentence } from "../elements/Sentence.tsx";
import { counted, fullConfidence, timeOfDay } from "../elements/wording.ts";
import type { FindingLine } from "./lines.ts";
import "./finding-row.css";
import "./list.css";

interface Props {
  readonly id: string;
  readonly finding: FindingLine;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly unknown[];
  readonly isSelected: boolean;
}

/** The head of the requests that share a root cause. */
export function FindingRow({ id, finding, index, top, columns, isSelected }: Props) {
  const { verdict, open } = finding;
  return (
    <tr
      id={id}
      class={`list-line list-row finding-row ${verdict.apiGateway ? "" : "list-row-quiet"}`}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={open}
      aria-selected={isSelected}
      data-index={index}
      data-finding={verdict.cause}
      data-testid="finding-row"
    >
      <td class="finding-row-cell" colSpan={columns.length}>
        <span class={`list-fold ${open ? "list-fold-open" : ""}`} title={open ? "Fold" : "Unfold"}>
          <Icon name="fold" />
        </span>
        <CauseMark cause={verdict.cause} apiGateway={verdict.apiGateway} />
        <span class="finding-row-title">
          <Sentence text={verdict.title} />
        </span>
        <span class={`list-confidence list-confidence-${verdict.confidence}`}>
          {fullConfidence(verdict.confidence, verdict.probability)}
        </span>
        <span class="finding-row-note">{noteOf(finding)}</span>
      </td>
    </tr>
  );
}

function noteOf({ refused, stopped, host, since }: FindingLine): string {
  const parts = [
    counted(refused, "request"),
    stopped > 0 && `${counted(stopped, "more", "more")} stopped`,
    lineText(host, 100),
    since !== null && `since ${timeOfDay(since)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
