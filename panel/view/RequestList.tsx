import type { TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { NothingShown } from "./NothingShown.tsx";
import { usePanel } from "./panel-context.ts";
import { RequestRow } from "./RequestRow.tsx";

/** How many rows PageUp and PageDown go. */
const page = 20;

const jumps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + page,
  PageUp: (index) => index - page,
  Home: () => 0,
  End: (_, last) => last,
};

/** The refused requests, one a row. */
export function RequestList() {
  const { store } = usePanel();
  const grid = useRef<HTMLTableElement>(null);
  const rows = store.lines.value;
  const selected = store.selected.value;
  const selectedIndex = rows.findIndex(({ key }) => key === selected);

  useEffect(() => {
    grid.current?.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }, [selected]);

  const select = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    store.selected.value = row.key;
    grid.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  };
  const commands: Readonly<Record<string, () => void>> = {
    Enter: () => (selectedIndex < 0 ? select(0) : document.getElementById("diagnosis")?.focus()),
    Escape: () => {
      store.selected.value = null;
    },
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || rows.length === 0) return;
    const last = rows.length - 1;
    const to = jumps[event.key]?.(selectedIndex, last);
    const command = to === undefined ? commands[event.key] : () => select(Math.min(last, Math.max(0, to)));
    if (command === undefined) return;
    event.preventDefault();
    command();
  };
  const onClick = (event: TargetedMouseEvent<HTMLTableElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
    if (row !== null) select(Number(row.dataset["index"]));
  };

  return (
    <div class="list-frame">
      <table
        ref={grid}
        class="list"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are selected by keyboard, as in a grid
        role="grid"
        aria-label="Refused requests"
        aria-rowcount={rows.length + 1}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <ColumnHeads />
        <tbody>
          {rows.map((row, index) => (
            <RequestRow
              key={row.key}
              row={row}
              index={index}
              selected={index === selectedIndex}
              tabStop={index === Math.max(0, selectedIndex)}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <NothingShown />}
    </div>
  );
}

const columns = ["Status", "Method", "Host", "Path", "Cause", "Time"] as const;

function ColumnHeads() {
  return (
    <thead>
      <tr class="heads" aria-rowindex={1}>
        {columns.map((column) => (
          <th key={column} scope="col" class={`cell-${column.toLowerCase()}`}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
