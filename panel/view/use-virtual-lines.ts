import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";

/** Lines that are drawn beyond the edges, so that a quick scroll finds them there. */
const overscan = 12;

export interface VirtualLines {
  /** Those that are drawn, with their place in pixels. */
  readonly items: readonly VirtualItem[];
  /** Height of all lines in pixels. */
  readonly height: number;
  /** Scrolls no more than it takes to bring a line into view. */
  show(index: number): void;
}

/**
 * Draws only the lines that can be seen. Lines that come or go above what is seen leave it where it is.
 * @param keys what each line is known by, in order
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
  virtualizer.setOptions({
    ...optionsFor(scroller),
    count: keys.length,
    estimateSize: () => lineHeight,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    onChange: () => redraw(undefined),
  });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, lineHeight]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useAnchor(scroller, keys, lineHeight);
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    show: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
  };
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

/** Keeps the first line that is seen at its place when lines before it come or go. */
function useAnchor(scroller: RefObject<HTMLElement | null>, keys: readonly string[], lineHeight: number): void {
  const drawn = useRef(keys);
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = drawn.current;
    drawn.current = keys;
    if (element === null || before === keys) return;
    const seen = Math.floor(element.scrollTop / lineHeight);
    const key = before[seen];
    if (seen === 0 || key === undefined || keys[seen] === key) return;
    const now = keys.indexOf(key);
    if (now >= 0) element.scrollTop += (now - seen) * lineHeight;
  });
}
