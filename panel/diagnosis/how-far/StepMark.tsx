import type { Progress } from "../../../src/diagnosis/explanation.ts";
import "./how-far.css";

interface Props {
  readonly state: Progress["state"];
  /** Probability that the step refused, 0 to 1. */
  readonly share: number;
}

/**
 * The sign of a step, which differs by form as much as by colour: a disc with a tick (passed), a stop sign (refused), a
 * ring filled by its share (possible), a ring with a bar (unlikely), a small dotted ring (not reached).
 */
export function StepMark({ state, share }: Props) {
  return (
    <svg class="how-far-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <StepForm state={state} share={share} />
    </svg>
  );
}

function StepForm({ state, share }: Props) {
  switch (state) {
    case "passed":
      return (
        <>
          <circle class="how-far-mark-filled" cx="10" cy="10" r="7" />
          <path class="how-far-mark-on-filled" d="M6.8 10.3l2.2 2.2 4.2-4.8" />
        </>
      );
    case "refused":
      return (
        <>
          <path class="how-far-mark-filled" d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3Z" />
          <path class="how-far-mark-on-filled" d="M7 7l6 6M13 7l-6 6" />
        </>
      );
    case "possible":
      return (
        <>
          <circle class="how-far-mark-ground" cx="10" cy="10" r="8" />
          <circle
            class="how-far-mark-share"
            cx="10"
            cy="10"
            r="4"
            pathLength="100"
            stroke-dasharray={`${share * 100} 100`}
          />
          <circle class="how-far-mark-ring" cx="10" cy="10" r="8" />
        </>
      );
    case "unlikely":
      return (
        <>
          <circle class="how-far-mark-ring how-far-mark-ground" cx="10" cy="10" r="6" />
          <path class="how-far-mark-ring" d="M7.3 10h5.4" />
        </>
      );
    case "not-reached":
      return <circle class="how-far-mark-ring how-far-mark-ground how-far-mark-dotted" cx="10" cy="10" r="4" />;
  }
}
