import type { TargetedKeyboardEvent } from "preact";
import { usePanel } from "../store/panel-context.ts";
import { middleOf, rangeBetween, type Timeline } from "./timeline.ts";

/** The bins that are marked by keyboard; both are the same until the mark is extended. */
export interface Stretch {
  readonly anchor: number;
  readonly cursor: number;
}

/**
 * Moves a cursor by keys: arrows a bin, pages to the next bin with a refusal, Home and End; with Shift they extend.
 * Enter narrows the list to the mark. Escape removes the mark, then the narrowing.
 */
export function useTimelineKeys(
  timeline: Timeline,
  stretch: Stretch | null,
  mark: (stretch: Stretch | null) => void,
): (event: TargetedKeyboardEvent<HTMLElement>) => void {
  const { store } = usePanel();
  const { bins } = timeline;
  const last = bins.length - 1;
  const { anchor, cursor } = stretch ?? { anchor: 0, cursor: 0 };
  const isRefusal = (bin: number) => (bins[bin]?.refused.length ?? 0) > 0;
  const places = [...bins.keys()];
  const jumps: Readonly<Record<string, () => number>> = {
    ArrowLeft: () => cursor - 1,
    ArrowDown: () => cursor - 1,
    ArrowRight: () => cursor + 1,
    ArrowUp: () => cursor + 1,
    PageUp: () => places.find((bin) => bin > cursor && isRefusal(bin)) ?? cursor,
    PageDown: () => places.findLast((bin) => bin < cursor && isRefusal(bin)) ?? cursor,
    Home: () => 0,
    End: () => last,
  };
  const commands: Readonly<Record<string, () => void>> = {
    Enter: () => {
      store.range.value = rangeBetween(timeline, middleOf(timeline, anchor), middleOf(timeline, cursor));
    },
    Escape: () => {
      if (anchor === cursor) store.range.value = null;
      mark({ anchor: cursor, cursor });
    },
  };
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = jumps[event.key]?.();
    const command = commands[event.key];
    if (to === undefined && command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    command?.();
    if (to === undefined) return;
    const bin = Math.min(last, Math.max(0, to));
    mark({ anchor: event.shiftKey ? anchor : bin, cursor: bin });
  };
}
