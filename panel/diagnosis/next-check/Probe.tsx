import { useEffect, useState } from "preact/hooks";
import type { AvailableProbe, Details, InvestigationView } from "../../../src/worker/protocol.ts";
import { unlessEnded } from "../../../src/worker/reject-at-end.ts";
import { CauseName } from "../../elements/CauseName.tsx";
import { blockText } from "../../elements/display-text.ts";
import { Sentence } from "../../elements/Sentence.tsx";
import { fullConfidence } from "../../elements/wording.ts";
import { usePanel } from "../../store/panel-context.ts";
import { whyFailed } from "../../store/worker-failure.ts";
import { ProbeResults } from "./ProbeResults.tsx";
import "../../advice/advice.css";
import "../../elements/button.css";
import "../../elements/choice.css";
import "../../advice/code-block.css";
import "../../detail/detail.css";
import "./probe.css";

/** Lets the inspected page ask the API what one response cannot tell: exactly what is shown, each time the user says so. */
export function Probe({ details }: { readonly details: Details }) {
  const { actions } = usePanel();
  const { key } = details;
  const [inquiry, setInquiry] = useState<InvestigationView | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [carries, setCarries] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    unlessEnded(
      actions.investigation(key).then((known) => {
        if (isCurrent) setInquiry(known);
      }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, details]);
  const { probe } = actions;
  if (inquiry === null || probe === null) return null;
  const { made, verdict, next, carrying, limits, ended, failure } = inquiry;
  const question = carries ? (carrying ?? next) : next;
  const { nextCheck } = details.explanation.diagnosis;
  const isAdvised = question !== null && question.command === nextCheck?.command;
  const send = async () => {
    setAsking(true);
    try {
      setInquiry(await probe(key, carries));
    } catch (error) {
      setInquiry({ ...inquiry, failure: whyFailed(error) });
    } finally {
      setAsking(false);
    }
  };
  return (
    <div class="probe">
      <ProbeResults made={made} />
      {verdict !== null && (
        <p class="advice" role="status" data-testid="asked-verdict" data-cause={verdict.cause}>
          By all that is known now: <CauseName cause={verdict.cause} title={verdict.title} />,{" "}
          <strong>{fullConfidence(verdict.confidence, verdict.probability)}</strong>.
        </p>
      )}
      {failure !== null && (
        <p class="advice" role="alert">
          {failure}
        </p>
      )}
      {question !== null && <Question {...{ question, limits, isAdvised, isAsking }} onSend={() => void send()} />}
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

interface QuestionProps {
  readonly question: AvailableProbe;
  readonly limits: string;
  /** Whether it is the check that stands above. */
  readonly isAdvised: boolean;
  readonly isAsking: boolean;
  readonly onSend: () => void;
}

/** What will be sent, and the one button that sends it. */
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
