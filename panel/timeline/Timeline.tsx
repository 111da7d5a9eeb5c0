import { useMemo, useRef, useState } from "preact/hooks";
import { lineText } from "../elements/display-text.ts";
import { Sentence } from "../elements/Sentence.tsx";
import { useWidth } from "../elements/use-width.ts";
import { usePanel } from "../store/panel-context.ts";
import { type AxisMark, axisMarks } from "./axis.ts";
import { binsSentence } from "./bins-sentence.ts";
import { patternSentence } from "./pattern-sentence.ts";
import { RangeHandle } from "./RangeHandle.tsx";
import { TimelineBars } from "./TimelineBars.tsx";
import { binAt, binsIn, type Timeline as Parts, timelineOf } from "./timeline.ts";
import { useBrush } from "./use-brush.ts";
import { type Stretch, useTimelineKeys } from "./use-timeline-keys.ts";
import "./timeline.css";

/** When requests were refused, and when others were allowed; a part of it can be brushed, to narrow the list to it. */
export function Timeline() {
  const { store } = usePanel();
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area);
  const refused = store.refused.value;
  const allowed = store.allowed.value;
  const pattern = store.pattern.value;
  const timeline = useMemo(() => timelineOf(refused, allowed, width), [refused, allowed, width]);
  return (
    <section class="timeline" aria-label="Timeline" hidden={timeline === null}>
      <div ref={area} class="timeline-area">
        {timeline !== null && (
          <>
            <Axis marks={axisMarks(timeline, width)} />
            <Strip timeline={timeline} />
            {pattern !== null && (
              <p class="timeline-sentence">
                <Sentence text={patternSentence(pattern)} />
              </p>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Axis({ marks }: { readonly marks: readonly AxisMark[] }) {
  return (
    <div class="timeline-axis" aria-hidden="true">
      {marks.map(({ share, label }) => (
        <span key={share} style={{ left: percentOf(share) }}>
          {label}
        </span>
      ))}
    </div>
  );
}

function Strip({ timeline }: { readonly timeline: Parts }) {
  const { store } = usePanel();
  const plot = useRef<HTMLDivElement>(null);
  const [stretch, mark] = useState<Stretch | null>(null);
  const last = timeline.bins.length - 1;
  const anchor = Math.min(last, stretch?.anchor ?? 0);
  const cursor = Math.min(last, stretch?.cursor ?? 0);
  const ends = { first: Math.min(anchor, cursor), last: Math.max(anchor, cursor) };
  const sentence = useMemo(() => binsSentence(timeline, ends.first, ends.last), [timeline, ends.first, ends.last]);
  const point = (from: number, to: number) => mark({ anchor: binAt(timeline, from), cursor: binAt(timeline, to) });
  const brush = useBrush(plot, timeline, null, point);
  const onKeyDown = useTimelineKeys(timeline, { anchor, cursor }, mark);
  const startAtRefusal = () => {
    const bin = Math.max(
      0,
      timeline.bins.findIndex(({ refused }) => refused.length > 0),
    );
    mark((before) => before ?? { anchor: bin, cursor: bin });
  };
  const range = store.range.value;
  return (
    <>
      <div
        ref={plot}
        class="timeline-plot"
        role="slider"
        tabIndex={0}
        aria-label="Moment. Shift and arrows mark a part, Enter narrows the list to it"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={cursor}
        aria-valuetext={lineText(sentence.replaceAll("`", ""))}
        {...brush}
        onPointerLeave={() => mark(null)}
        onKeyDown={onKeyDown}
        onFocus={startAtRefusal}
        onBlur={() => mark(null)}
      >
        <TimelineBars timeline={timeline} />
        {range !== null && <span class="timeline-range" style={placeOf(timeline, binsIn(timeline, range))} />}
        {stretch !== null && <span class="timeline-mark" style={placeOf(timeline, ends)} />}
      </div>
      {range !== null &&
        (["from", "until"] as const).map((end) => (
          <RangeHandle key={end} end={end} range={range} plot={plot} timeline={timeline} point={point} />
        ))}
      {stretch !== null && <Tip share={(ends.first + ends.last + 1) / 2 / timeline.bins.length} sentence={sentence} />}
    </>
  );
}

/** Stands under its bins, and stays inside the strip at both ends. */
function Tip({ share, sentence }: { readonly share: number; readonly sentence: string }) {
  return (
    <p class="timeline-tip" aria-hidden="true" style={{ left: percentOf(share), translate: percentOf(-share) }}>
      <Sentence text={sentence} />
    </p>
  );
}

function placeOf({ bins }: Parts, { first, last }: { readonly first: number; readonly last: number }) {
  return { left: percentOf(first / bins.length), width: percentOf((last + 1 - first) / bins.length) };
}

function percentOf(share: number): string {
  return `${100 * share}%`;
}
