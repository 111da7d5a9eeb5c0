import type { ComponentChildren } from "preact";
import type { Row } from "../../src/worker/protocol.ts";
import { lineText } from "../elements/display-text.ts";
import { Icon } from "../elements/Icon.tsx";
import { RequestPath } from "../elements/RequestPath.tsx";
import { hostMark, timeOfDay } from "../elements/wording.ts";
import { CauseBadge } from "./CauseBadge.tsx";
import type { Column, ColumnId } from "./columns.ts";
import "./list.css";

interface Props {
  readonly id: string;
  readonly row: Row;
  /** 2 under the head of a root cause; null where there are no heads. */
  readonly level: 1 | 2 | null;
  /** Position in the list, from 0. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly columns: readonly Column[];
  readonly isSelected: boolean;
}

/** One request of the list. */
export function RequestRow({ id, row, level, index, top, columns, isSelected }: Props) {
  return (
    <tr
      id={id}
      class={classOf(row, index)}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={index + 2}
      aria-level={level ?? undefined}
      aria-selected={isSelected}
      data-cause={row.verdict?.cause}
      data-url={row.url}
      data-index={index}
      data-testid="request-row"
    >
      {columns.map((column) => (
        <td key={column.id} class={`list-cell-${column.id}`} title={titles[column.id]?.(row)}>
          {cells[column.id](row)}
        </td>
      ))}
    </tr>
  );
}

function classOf({ verdict, stoppedBy }: Row, index: number): string {
  const classes = [
    "list-line list-row list-request",
    index % 2 === 1 && "list-row-odd",
    stoppedBy !== null && "list-row-stopped",
    !verdict?.apiGateway && "list-row-quiet",
    verdict === null && "list-row-allowed",
  ];
  return classes.filter(Boolean).join(" ");
}

const cells: Readonly<Record<ColumnId, (row: Row) => ComponentChildren>> = {
  status: ({ status }) => status,
  method: ({ method }) => lineText(method, 20),
  kind: ({ hostKind, hostIsApiGateway }) => hostMark(hostKind, hostIsApiGateway),
  host: ({ host }) => lineText(host, 300),
  path: ({ url, stage, stoppedBy }) => (
    <>
      {stoppedBy !== null && <Icon name="blocked" />}
      <RequestPath url={url} stage={stage} />
    </>
  ),
  cause: ({ verdict, stoppedBy }) => {
    if (verdict === null) return null;
    return stoppedBy === null ? (
      <CauseBadge {...verdict} />
    ) : (
      <span class="list-stopped">stopped by its preflight</span>
    );
  },
  stops: ({ stops }) => (stops === 0 ? null : stops.toLocaleString("en")),
  time: ({ startedAt }) => (startedAt === null ? null : timeOfDay(startedAt)),
};

const titles: Readonly<Partial<Record<ColumnId, (row: Row) => string>>> = {
  kind: ({ host, hostLabel }) => lineText(`${host}: ${hostLabel}`, 300),
  host: ({ host }) => lineText(host, 300),
  path: ({ url }) => lineText(url, 1000),
  cause: ({ verdict }) => lineText(verdict?.title ?? ""),
};
