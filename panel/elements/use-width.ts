import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/**
 * The width of an element in pixels, as it changes; 0 until the browser laid it out. The observer tells the first width,
 * too, before anything is painted; to ask for it would have everything laid out at once.
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
