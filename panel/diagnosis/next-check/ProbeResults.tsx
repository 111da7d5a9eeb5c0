import type { Shift, ShownProbeResult } from "../../../src/worker/protocol.ts";
import { Sentence } from "../../elements/Sentence.tsx";
import { percent } from "../../elements/wording.ts";
import "../../advice/advice.css";
import "./probe.css";

/** The probes that were sent, with their outcomes and the probabilities before and after. */
export function ProbeResults({ made }: { readonly made: readonly ShownProbeResult[] }) {
  if (made.length === 0) return null;
  return (
    <ol class="probe-results" aria-label="Asked">
      {made.map(({ says, outcome, shifts }) => (
        <li key={says}>
          <p class="advice">
            <Sentence text={says} /> <Sentence text={outcome} />
          </p>
          <ul class="probe-shifts">
            {shifts.map((shift) => (
              <ShiftItem key={shift.cause} shift={shift} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function ShiftItem({ shift }: { readonly shift: Shift }) {
  const { title, before, after } = shift;
  return (
    <li class={after < before ? "probe-shift probe-shift-quiet" : "probe-shift"}>
      <span>
        <Sentence text={title} />
      </span>
      <span class="probe-shares">
        {share(before)} <span aria-hidden="true">→</span>
        <span class="page-offscreen">, now</span> {share(after)}
      </span>
    </li>
  );
}

/** Probabilities below 2% are not listed. */
function share(probability: number): string {
  return probability === 0 ? "below 2%" : percent(probability);
}
