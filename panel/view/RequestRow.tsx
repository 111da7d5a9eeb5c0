import { Component } from "preact";
import type { Row } from "../../src/examiner/messages.ts";
import { lineText } from "../display-text.ts";
import { hostMark, timeOfDay } from "../wording.ts";
import { CauseBadge } from "./CauseBadge.tsx";
import { Icon } from "./Icon.tsx";
import { RequestPath } from "./RequestPath.tsx";

interface Props {
  readonly row: Row;
  /** Position in the list, from 0. */
  readonly index: number;
  readonly selected: boolean;
  /** True for the one row that Tab stops at. */
  readonly tabStop: boolean;
}

/** One line of the list. A class, because it draws itself anew only where a value it shows has changed. */
export class RequestRow extends Component<Props> {
  override shouldComponentUpdate(next: Readonly<Props>): boolean {
    const { row, ...rest } = this.props;
    const { row: nextRow, ...nextRest } = next;
    return differ(rest, nextRest) || differ(row, nextRow);
  }

  override render({ row, index, selected, tabStop }: Props) {
    const quiet = row.apiGateway ? "" : "quiet";
    return (
      <tr
        class={`row ${row.stoppedBy !== null ? "blocked" : ""} ${quiet}`}
        aria-rowindex={index + 2}
        aria-selected={selected}
        tabIndex={tabStop ? 0 : -1}
        data-cause={row.cause}
        data-url={row.url}
        data-index={index}
        data-testid="request-row"
      >
        <td class="cell-status">{row.status}</td>
        <td class="cell-method">{lineText(row.method, 20)}</td>
        <td class="cell-host" title={lineText(`${row.host}: ${row.hostLabel}`, 300)}>
          {hostMark(row.hostKind, row.hostTaken)}
        </td>
        <td class="cell-path" title={lineText(row.url, 1000)}>
          {row.stoppedBy !== null && <Icon name="blocked" />}
          <RequestPath url={row.url} stage={row.stage} />
        </td>
        <td class="cell-cause">
          {row.stoppedBy !== null ? (
            <span class="stopped">stopped by its preflight</span>
          ) : (
            <CauseBadge {...badge(row)} />
          )}
        </td>
        <td class="cell-time">{row.startedAt === null ? "" : timeOfDay(row.startedAt)}</td>
      </tr>
    );
  }
}

function badge({ cause, title, confidence, probability, apiGateway }: Row) {
  return { cause, title, confidence, probability, apiGateway };
}

function differ<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).some((key) => one[key] !== other[key]);
}
