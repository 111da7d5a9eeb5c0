import { useState } from "preact/hooks";
import type { AvailableProbe, Details } from "../../../src/worker/protocol.ts";
import { CauseName } from "../../elements/CauseName.tsx";
import { blockText, lineText } from "../../elements/display-text.ts";
import { Sentence } from "../../elements/Sentence.tsx";
import { fullConfidence } from "../../elements/wording.ts";
import { usePanel } from "../../store/panel-context.ts";
import { ProbeResults } from "./ProbeResults.tsx";
import { useInvestigation } from "./use-investigation.ts";
import "../../advice/advice.css";
import "../../elements/button.css";
import "../../elements/choice.css";
import "../../advice/code-block.css";
import "../../detail/detail.css";
import "./probe.css";

/** Lets the inspected page send probes: exactly what is shown, each time the user says so. */
export function Probe({ details }: { readonly details: Details }) {
  const { actions } = usePanel();
  const { known, failure, isAsking, send } = useInvestigation(details);
  const [carries, setCarries] = useState(false);
  if (actions.probe === null) return null;
  if (known === null) return failure === null ? null : <Failure says={failure} />;
  const { made, verdict, next, carrying, limits, ended } = known;
  const question = carries ? (carrying ?? next) : next;
  const { nextCheck } = details.explanation.diagnosis;
  const isAdvised = question !== null && question.command === nextCheck?.command;
  return (
    <div class="probe">
      <ProbeResults made={made} />
      {verdict !== null && (
        <p class="advice" role="status" data-testid="asked-verdict" data-cause={verdict.cause}>
          By all that is known now: <CauseName cause={verdict.cause} title={verdict.title} />,{" "}
          <strong>{fullConfidence(verdict.confidence, verdict.probability)}</strong>.
        </p>
      )}
      {failure !== null && <Failure says={failure} />}
      {question !== null && <Question {...{ question, limits, isAdvised, isAsking }} onSend={() => send(carries)} />}
      {carrying !== null && (
        <label class="choice">
          <input type="checkbox" checked={carries} onChange={() => setCarries(!carries)} />
          <span>
            Send {carrying.carries.join(" and ")} along, as this request did: <Sentence text={carrying.says} />
          </span>
        </label>
      )}
      {ended !== null && made.length > 0 && <p class="detail-aside">{ended}</p>}
    </div>
  );
}

function Failure({ says }: { readonly says: string }) {
  return (
    <p class="advice" role="alert">
      {lineText(says)}
    </p>
  );
}

interface QuestionProps {
  readonly question: AvailableProbe;
  readonly limits: string;
  /** Whether it is the next check, which is shown above. */
  readonly isAdvised: boolean;
  readonly isAsking: boolean;
  readonly onSend: () => void;
}

/** The next probe, and the only button that sends it. */
function Question({ question, limits, isAdvised, isAsking, onSend }: QuestionProps) {
  const { says, sends, carries } = question;
  return (
    <>
      <p class="advice">
        {isAdvised || <Sentence text={`${says} `} />}
        The inspected page can do it:
      </p>
      <div class="code-block">
        <pre>{blockText(sends.join("\n"), 20_000)}</pre>
        <button type="button" class="button" disabled={isAsking} onClick={onSend}>
          {isAsking ? "Asking…" : "Ask"}
        </button>
      </div>
      <p class="detail-aside">
        {carries.length === 0 ? "No credential goes along." : `It carries ${carries.join(" and ")}.`} {limits}
      </p>
    </>
  );
}
