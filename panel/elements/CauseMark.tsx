import { usePanel } from "../store/panel-context.ts";
import { type CauseMarks, type MarkedCause, markOf, type Shape } from "./cause-mark.ts";
import "./cause-mark.css";
import "./hue.css";

const outlines: Readonly<Record<Shape, string>> = {
  square: "M1.5 1.5h7v7h-7z",
  circle: "M5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z",
  triangle: "M5 .8l4.4 8H.6Z",
  diamond: "M5 .4l4.6 4.6L5 9.6.4 5Z",
};

interface Props extends MarkedCause {
  /** The marks of the causes beside it; by default those of the session. */
  readonly marks?: CauseMarks;
}

/** The small coloured shape that stands for one root cause, the same wherever it shows. */
export function CauseMark({ cause, apiGateway, marks }: Props) {
  const { store } = usePanel();
  const { hue, shape } = (marks ?? store.marks.value).get(cause) ?? markOf({ cause, apiGateway });
  return (
    <svg
      class={`cause-mark ${hue === null ? "cause-mark-hollow" : `hue-${hue}`}`}
      viewBox="0 0 10 10"
      width="10"
      height="10"
      aria-hidden="true"
      focusable="false"
    >
      <path d={outlines[shape]} />
    </svg>
  );
}
