import type { TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { Icon } from "../elements/Icon.tsx";
import { usePanel } from "../store/panel-context.ts";
import { type Column, leastWidth } from "./columns.ts";
import type { Sorting } from "./lines.ts";
import "./column-heads.css";
import "./list.css";

/** Pixels by which a key makes a column wider or narrower. */
const widthStep = 10;

/** The heads of the columns: a click sorts, the edge can be moved. */
export function ColumnHeads({ shown }: { readonly shown: readonly Column[] }) {
  return (
    <tr class="list-line column-heads" aria-rowindex={1}>
      {shown.map((column) => (
        <ColumnHead key={column.id} column={column} />
      ))}
    </tr>
  );
}

function ColumnHead({ column }: { readonly column: Column }) {
  const { store, actions } = usePanel();
  const { id, label } = column;
  const sorting = store.sorting.value;
  const resize = (width: number) => actions.resizeColumn(id, Math.max(leastWidth, Math.round(width)));
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLButtonElement>) => {
    const step = event.shiftKey ? { ArrowLeft: -widthStep, ArrowRight: widthStep }[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    resize((event.currentTarget.parentElement?.offsetWidth ?? 0) + step);
  };
  return (
    <th scope="col" class={`list-cell-${id}`} aria-sort={directionOf(sorting, column)}>
      <button
        type="button"
        class="column-heads-sort"
        title={`Sort by ${label.toLowerCase()}; Shift with an arrow key changes the width`}
        onClick={() => {
          store.sorting.value = nextSorting(sorting, column);
        }}
        onKeyDown={onKeyDown}
      >
        {label}
        {sorting?.column === id && <Icon name={sorting.descending ? "descending" : "ascending"} />}
      </button>
      <ColumnEdge onMove={resize} />
    </th>
  );
}

/** The edge of a column, for the pointer; keys do the same on the head. */
function ColumnEdge({ onMove }: { readonly onMove: (width: number) => void }) {
  const onPointerDown = (event: TargetedPointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: TargetedPointerEvent<HTMLSpanElement>) => {
    const edge = event.currentTarget;
    if (!edge.hasPointerCapture(event.pointerId) || edge.parentElement === null) return;
    onMove(event.clientX - edge.parentElement.getBoundingClientRect().left);
  };
  return <span class="column-heads-edge" onPointerDown={onPointerDown} onPointerMove={onPointerMove} />;
}

function directionOf(sorting: Sorting | null, { id }: Column): "ascending" | "descending" | "none" {
  if (sorting?.column !== id) return "none";
  return sorting.descending ? "descending" : "ascending";
}

/** Cycles through ascending, descending and the order of arrival. */
function nextSorting(sorting: Sorting | null, { id }: Column): Sorting | null {
  if (sorting?.column !== id) return { column: id, descending: false };
  return sorting.descending ? null : { column: id, descending: true };
}
