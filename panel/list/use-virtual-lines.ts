import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import { type DrawnLine, drawnLines, indexesFrom, slotOf } from "./slots.ts";

/** Lines drawn beyond each edge, for quick scrolling. */
const overscan = 12;

export interface VirtualLines {
  /** Those that are drawn, in the order of their rows in the document. */
  readonly drawn: readonly DrawnLine[];
  /** Height of all lines in pixels. */
  readonly height: number;
  /** Scrolls no more than it takes to bring a line into view. */
  show(index: number): void;
}

/**
 * Draws only the visible lines. They stay in place when lines above them come or go.
 * @param keys one for each line, in order
 * @param lineHeight pixels, the same for every line
 * @param headHeight pixels at the top of the scroller that lines pass under
 */
export function useVirtualLines(
  scroller: RefObject<HTMLElement | null>,
  keys: readonly string[],
  lineHeight: number,
  headHeight: number,
): VirtualLines {
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(optionsFor(scroller)));
  const rows = Math.ceil((virtualizer.scrollRect?.height ?? 0) / lineHeight) + 1 + 2 * overscan;
  virtualizer.setOptions({
    ...optionsFor(scroller),
    count: keys.length,
    estimateSize: () => lineHeight,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: ({ startIndex, count }) => indexesFrom(startIndex - overscan, rows, count),
    onChange: () => redraw(undefined),
  });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, lineHeight]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useAnchor(virtualizer, keys, lineHeight);
  return {
    drawn: useDrawnLines(virtualizer, rows),
    height: virtualizer.getTotalSize(),
    show: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
  };
}

/**
 * New text in a row costs a fraction of a new row; moving a row in the document costs as much as a new one. So rows are
 * put into the order of their lines, which screen readers need, once the list rests.
 */
function useDrawnLines(virtualizer: Virtualizer<HTMLElement, HTMLElement>, rows: number): readonly DrawnLine[] {
  const indexes = virtualizer.getVirtualIndexes();
  const firstSlot = useRef(0);
  if (!virtualizer.isScrolling) firstSlot.current = slotOf(indexes[0] ?? 0, rows);
  return drawnLines(indexes, rows, firstSlot.current);
}

function optionsFor(scroller: RefObject<HTMLElement | null>) {
  return {
    count: 0,
    overscan,
    getScrollElement: () => scroller.current,
    estimateSize: () => 0,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
  };
}

/**
 * Keeps the first visible line in place when lines before it come or go. Reading the scroll position from the element
 * would force a layout.
 */
function useAnchor(
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
  keys: readonly string[],
  lineHeight: number,
): void {
  const drawn = useRef(keys);
  useLayoutEffect(() => {
    const { scrollElement, scrollOffset } = virtualizer;
    const before = drawn.current;
    drawn.current = keys;
    if (scrollElement === null || before === keys) return;
    const seen = Math.floor((scrollOffset ?? 0) / lineHeight);
    const key = before[seen];
    if (seen === 0 || key === undefined || keys[seen] === key) return;
    const now = keys.indexOf(key);
    if (now >= 0) scrollElement.scrollTop += (now - seen) * lineHeight;
  });
}
