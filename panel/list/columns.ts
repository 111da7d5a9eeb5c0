import type { Row } from "../../src/worker/protocol.ts";
import { hostMark } from "../elements/wording.ts";

/** A column of the list. Widths are in pixels; a column without one shares what is left. */
export interface Column {
  readonly id: ColumnId;
  readonly label: string;
  readonly width: number | null;
  /** Share of what is left, for a column without a width. */
  readonly share?: number;
  /** The column is shown in lists of at least this width, in pixels. */
  readonly needs: number;
  /** Whether the column cannot be hidden. */
  readonly stays?: boolean;
  /** What rows are sorted by; unknown values come last. */
  sortKey(row: Row): string | number | null;
}

export type ColumnId = "status" | "method" | "kind" | "host" | "path" | "cause" | "stops" | "time";

export const columns: readonly Column[] = [
  { id: "status", label: "Status", width: 54, needs: 0, sortKey: ({ status }) => status },
  { id: "method", label: "Method", width: 68, needs: 0, sortKey: ({ method }) => method },
  {
    id: "kind",
    label: "Kind",
    width: 42,
    needs: 440,
    sortKey: ({ hostKind, hostIsApiGateway }) => hostMark(hostKind, hostIsApiGateway),
  },
  { id: "host", label: "Host", width: null, share: 1.5, needs: 900, sortKey: ({ host }) => host },
  { id: "path", label: "Path", width: null, share: 2, needs: 0, stays: true, sortKey: ({ url }) => pathOf(url) },
  { id: "cause", label: "Cause", width: null, share: 3, needs: 0, sortKey: ({ verdict }) => verdict?.title ?? null },
  { id: "stops", label: "Stops", width: 48, needs: 640, sortKey: ({ stops }) => -stops },
  { id: "time", label: "Time", width: 70, needs: 560, sortKey: ({ startedAt }) => startedAt },
];

/** The narrowest that a column can be made, in pixels. */
export const leastWidth = 32;

/** The widths that the user chose, in pixels. */
export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

/**
 * The columns that a list of this width has room for, without those that the user hid.
 * @param width pixels
 */
export function shownColumns(width: number, hidden: readonly ColumnId[]): readonly Column[] {
  return columns.filter(({ id, needs }) => width >= needs && !hidden.includes(id));
}

/** CSS grid's `grid-template-columns` for these columns. */
export function gridTemplate(shown: readonly Column[], widths: ColumnWidths): string {
  return shown
    .map(({ id, width, share = 1 }) => {
      const pixels = widths[id] ?? width;
      // A list that became narrower than its columns makes them narrower, and never scrolls sideways.
      return `minmax(0, ${pixels === null ? `${share}fr` : `${pixels}px`})`;
    })
    .join(" ");
}

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, "");
}
