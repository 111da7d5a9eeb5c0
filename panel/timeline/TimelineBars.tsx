import { useMemo } from "preact/hooks";
import { usePanel } from "../store/panel-context.ts";
import { barsOf, roomAbove, roomBelow } from "./bars.ts";
import type { Timeline } from "./timeline.ts";
import "../elements/hue.css";
import "./timeline.css";

/** One shape for each cause, in its colour, whatever the number of requests. */
export function TimelineBars({ timeline }: { readonly timeline: Timeline }) {
  const { store } = usePanel();
  const marks = store.marks.value;
  const { silences, allowed, causes } = useMemo(() => barsOf(timeline), [timeline]);
  const width = timeline.bins.length;
  const height = roomAbove + roomBelow;
  return (
    <svg
      class="timeline-bars"
      viewBox={`0 0 ${width} ${height}`}
      height={height}
      preserveAspectRatio="none"
      shape-rendering="crispEdges"
      aria-hidden="true"
      focusable="false"
    >
      <path class="timeline-silence" d={silences} />
      <path class="timeline-allowed" d={allowed} />
      {causes.map(({ verdict: { cause }, path }) => {
        const hue = marks.get(cause)?.hue ?? null;
        return <path key={cause} class={hue === null ? "timeline-outside" : `hue-${hue}`} d={path} />;
      })}
    </svg>
  );
}
