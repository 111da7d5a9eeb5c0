import { useMemo } from "preact/hooks";
import { markOf } from "../cause-mark.ts";
import { barsOf, roomAbove, roomBelow } from "../timeline/bars.ts";
import type { Timeline } from "../timeline/timeline.ts";

/** One shape for each cause, in its colour, whatever the number of requests. */
export function TimelineBars({ timeline }: { readonly timeline: Timeline }) {
  const { silences, passed, causes } = useMemo(() => barsOf(timeline), [timeline]);
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
      <path class="timeline-passed" d={passed} />
      {causes.map(({ verdict: { cause, apiGateway }, path }) => (
        <path key={cause} class={apiGateway ? `hue-${markOf(cause).hue}` : "timeline-outside"} d={path} />
      ))}
    </svg>
  );
}
