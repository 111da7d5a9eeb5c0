import type { RefObject, TargetedPointerEvent } from "preact";
import { useRef } from "preact/hooks";
import { usePanel } from "../store/panel-context.ts";
import { instantAt, rangeBetween, type Timeline } from "./timeline.ts";

/** Pixels that a pointer may move in a click. */
const clickSlack = 3;

interface Drag {
  /** The instant that stays. */
  readonly anchor: number;
  readonly startX: number;
  isClick: boolean;
}

type Handler = (event: TargetedPointerEvent<HTMLElement>) => void;

export interface Brush {
  readonly onPointerDown: Handler;
  readonly onPointerMove: Handler;
  readonly onPointerUp: Handler;
  readonly onPointerCancel: Handler;
}

/**
 * Handlers that brush a part of the session with the pointer; a click ends that.
 * @param plot the element that is as wide as the session
 * @param anchor the instant that stays, for a handle; null where the pressed instant stays
 * @param point receives the beginning of the brush and the instant under the pointer; without a brush, the latter twice
 */
export function useBrush(
  plot: RefObject<HTMLElement | null>,
  timeline: Timeline,
  anchor: number | null,
  point: (from: number, to: number) => void,
): Brush {
  const { store } = usePanel();
  const drag = useRef<Drag | null>(null);
  const instantOf = (clientX: number) => {
    const { left = 0, width = 1 } = plot.current?.getBoundingClientRect() ?? {};
    return instantAt(timeline, (clientX - left) / width);
  };
  return {
    onPointerDown: ({ button, clientX, currentTarget, pointerId }) => {
      if (button !== 0) return;
      currentTarget.setPointerCapture(pointerId);
      drag.current = { anchor: anchor ?? instantOf(clientX), startX: clientX, isClick: anchor === null };
    },
    onPointerMove: ({ clientX }) => {
      const instant = instantOf(clientX);
      const dragged = drag.current;
      point(dragged?.anchor ?? instant, instant);
      if (dragged === null || (dragged.isClick && Math.abs(clientX - dragged.startX) <= clickSlack)) return;
      dragged.isClick = false;
      store.range.value = rangeBetween(timeline, dragged.anchor, instant);
    },
    onPointerUp: () => {
      if (drag.current?.isClick) store.range.value = null;
      drag.current = null;
    },
    onPointerCancel: () => {
      drag.current = null;
    },
  };
}
