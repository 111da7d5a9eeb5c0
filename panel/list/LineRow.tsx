import { Component } from "preact";
import type { Column } from "./columns.ts";
import { FindingRow } from "./FindingRow.tsx";
import type { Line } from "./lines.ts";
import { RequestRow } from "./RequestRow.tsx";

interface Props {
  readonly line: Line;
  /** Position in the list, from 0. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly columns: readonly Column[];
  readonly isSelected: boolean;
  /** Whether requests stand under heads of root causes. */
  readonly grouped: boolean;
}

/** One line of the list. A class, since only classes can skip a redraw when nothing has changed. */
export class LineRow extends Component<Props> {
  override shouldComponentUpdate(next: Readonly<Props>): boolean {
    const names = Object.keys(next) as (keyof Props)[];
    return names.some((name) => next[name] !== this.props[name]);
  }

  override render({ line, grouped, ...place }: Props) {
    const id = lineId(place.index);
    if (line.kind === "finding") return <FindingRow finding={line.finding} id={id} {...place} />;
    return <RequestRow row={line.row} level={grouped ? line.level : null} id={id} {...place} />;
  }
}

/** The id of a line's element, by its place in the list. */
export function lineId(index: number): string {
  return `line-${index}`;
}
