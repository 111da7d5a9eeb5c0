import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/**
 * The width of an element in pixels; 0 until the browser has laid it out. The observer reports the first width, too,
 * before anything is painted. Reading it from the element would force a layout.
 */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
