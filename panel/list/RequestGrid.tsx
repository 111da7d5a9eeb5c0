import type { TargetedMouseEvent } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useWidth } from "../elements/use-width.ts";
import { usePanel } from "../store/panel-context.ts";
import { ColumnHeads } from "./ColumnHeads.tsx";
import { gridTemplate, shownColumns } from "./columns.ts";
import { LineRow, lineId } from "./LineRow.tsx";
import { NothingShown } from "./NothingShown.tsx";
import { useGridKeys } from "./use-grid-keys.ts";
import { useVirtualLines } from "./use-virtual-lines.ts";
import "./list.css";

/** Pixels. */
const lineHeight = { one: 24, two: 38 } as const;

/** Pixels, as in column-heads.css. */
const headHeight = 25;

/** In a list narrower than this, in pixels, a request takes two lines: one line has no room for its path. */
const twoLinesBelow = 440;

/** The list of requests. Only visible lines are in the document. */
export function RequestGrid() {
  const { store } = usePanel();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const twoLines = width < twoLinesBelow;
  const lines = store.lines.value;
  const keys = useMemo(() => lines.map(({ key }) => key), [lines]);
  const height = twoLines ? lineHeight.two : lineHeight.one;
  const virtual = useVirtualLines(scroller, keys, height, headHeight);
  const selected = store.selectedIndex.value;
  const select = (index: number) => {
    const line = lines[index];
    if (line === undefined) return;
    store.selected.value = line.key;
  };
  const isListed = selected >= 0;
  // A chosen line is scrolled into view once, also when it arrives after it was chosen.
  useLayoutEffect(() => {
    if (isListed) virtual.show(selected);
  }, [store.selected.value, isListed]);
  const onKeyDown = useGridKeys(lines, selected, select);
  const onClick = (event: TargetedMouseEvent<HTMLTableElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
    if (row === null) return;
    const index = Number(row.dataset["index"]);
    const line = lines[index];
    if (event.target instanceof Element && event.target.closest(".list-fold") && line) store.fold(line.key);
    else select(index);
  };
  const grouped = store.grouped.value;
  const hidden = store.hiddenColumns.value;
  const shown = useMemo(() => shownColumns(width, hidden), [width, hidden]);
  const isDrawn = virtual.drawn.some(({ index }) => index === selected);
  // Rows come and go as the list scrolls, so the table keeps the focus and names the chosen row.
  const semantics = {
    role: grouped ? ("treegrid" as const) : ("grid" as const),
    tabIndex: 0,
    "aria-label": "Requests",
    "aria-rowcount": lines.length + 1,
    "aria-colcount": shown.length,
    "aria-activedescendant": isDrawn ? lineId(selected) : undefined,
  };
  return (
    <div ref={scroller} class="list-frame">
      <table
        class={`list ${twoLines ? "list-two-lines" : ""}`}
        style={{
          "--columns": gridTemplate(shown, store.columnWidths.value),
          "--height": `${virtual.height}px`,
          "--line": `${height}px`,
        }}
        {...semantics}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <ColumnHeads shown={shown} />
        </thead>
        <tbody>
          {virtual.drawn.map(({ index, slot }) => {
            const line = lines[index];
            if (line === undefined) return null;
            return (
              <LineRow
                key={slot}
                line={line}
                index={index}
                top={headHeight + index * height}
                columns={shown}
                isSelected={index === selected}
                grouped={grouped}
              />
            );
          })}
        </tbody>
      </table>
      {lines.length === 0 && <NothingShown />}
    </div>
  );
}
