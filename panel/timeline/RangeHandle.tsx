import type { RefObject, TargetedKeyboardEvent } from "preact";
import { usePanel } from "../store/panel-context.ts";
import { momentText } from "./moments.ts";
import type { TimeRange } from "./time-range.ts";
import { binsIn, middleOf, rangeBetween, type Timeline } from "./timeline.ts";
import { useBrush } from "./use-brush.ts";
import "./timeline.css";

interface Props {
  readonly end: keyof TimeRange;
  readonly range: TimeRange;
  readonly plot: RefObject<HTMLElement | null>;
  readonly timeline: Timeline;
  readonly point: (from: number, to: number) => void;
}

const labels = { from: "Beginning of the narrowed time", until: "End of the narrowed time" } as const;

/** One end of the brushed part: moved with the pointer or with arrows. */
export function RangeHandle({ end, range, plot, timeline, point }: Props) {
  const { store } = usePanel();
  const { first, last } = binsIn(timeline, range);
  const [moved, kept] = end === "from" ? [first, last] : [last, first];
  const anchor = middleOf(timeline, kept);
  const brush = useBrush(plot, timeline, anchor, point);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (step === undefined && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    store.range.value = step === undefined ? null : rangeBetween(timeline, middleOf(timeline, moved + step), anchor);
  };
  const edge = end === "from" ? first : last + 1;
  return (
    <div
      class="timeline-handle"
      role="slider"
      tabIndex={0}
      aria-label={labels[end]}
      aria-valuemin={0}
      aria-valuemax={timeline.bins.length - 1}
      aria-valuenow={moved}
      aria-valuetext={momentText(range[end], range.until - range.from)}
      style={{ left: `${(100 * edge) / timeline.bins.length}%` }}
      {...brush}
      onKeyDown={onKeyDown}
    />
  );
}
