import type { TargetedKeyboardEvent } from "preact";
import type { Explanation } from "../../src/diagnosis/explanation.ts";
import type { Details } from "../../src/examiner/messages.ts";
import { liveFile } from "../../src/session/recording.ts";
import { lineText } from "../display-text.ts";
import { counted, fullConfidence } from "../wording.ts";
import { AdviceItem } from "./AdviceItem.tsx";
import { CauseMark } from "./CauseMark.tsx";
import { EvidenceList } from "./EvidenceList.tsx";
import { FixList } from "./FixList.tsx";
import { HowFar } from "./HowFar.tsx";
import { Icon } from "./Icon.tsx";
import { Links } from "./Links.tsx";
import { PageLayers } from "./PageLayers.tsx";
import { usePanel } from "./panel-context.ts";
import { RequestDetails } from "./RequestDetails.tsx";
import { Rivals } from "./Rivals.tsx";
import { Section } from "./Section.tsx";
import { Sentence } from "./Sentence.tsx";
import { Unchecked } from "./Unchecked.tsx";
import { WhyNotList } from "./WhyNotList.tsx";

/** Everything about one refusal: what it is, why that is thought, and what to do. */
export function DiagnosisView({ details }: { readonly details: Details }) {
  const { store } = usePanel();
  const close = () => {
    store.selected.value = null;
    document.querySelector<HTMLElement>(".list .row[tabindex='0']")?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape") close();
  };
  return (
    <article id="diagnosis" class="diagnosis" tabIndex={-1} aria-labelledby="headline" onKeyDown={onKeyDown}>
      <Headline explanation={details.explanation} onClose={close} />
      {store.selected.value !== details.key && (
        <p class="aside">The selected request never left the browser: its preflight, explained here, was refused.</p>
      )}
      <Reasons details={details} />
      <Remedies explanation={details.explanation} />
      <Traffic details={details} />
    </article>
  );
}

function Headline({ explanation, onClose }: { readonly explanation: Explanation; readonly onClose: () => void }) {
  const { diagnosis, title, who, means } = explanation;
  return (
    <header>
      <div class="headline">
        <div>
          <h2 id="headline">
            <CauseMark cause={diagnosis.cause} apiGateway={diagnosis.apiGateway} />
            <Sentence text={title} />
          </h2>{" "}
          <span class={`pill ${diagnosis.confidence}`}>
            {fullConfidence(diagnosis.confidence, diagnosis.probability)}
          </span>
        </div>
        <button type="button" class="tool" title="Close (Escape)" aria-label="Close the diagnosis" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <p class="who">
        <Sentence text={who} />
      </p>
      {explanation.page !== null && <PageLayers page={explanation.page} status={diagnosis.status} title={title} />}
      <p class="means">
        <Sentence text={means} />
      </p>
    </header>
  );
}

function Reasons({ details }: { readonly details: Details }) {
  const { explanation, failures } = details;
  const { diagnosis, progress, why, rivals } = explanation;
  const unchecked = diagnosis.unknown.length + failures.length > 0;
  return (
    <>
      {progress.length > 0 && (
        <Section title="How far it got">
          <HowFar progress={progress} says={explanation.progressSays} />
        </Section>
      )}
      {why.length > 0 && (
        <Section title="Why">
          <EvidenceList evidence={why} />
        </Section>
      )}
      {rivals.length > 0 && (
        <Section title="Could also be">
          <Rivals rivals={rivals} evidence={diagnosis.evidence} apiGateway={diagnosis.apiGateway} />
        </Section>
      )}
      {diagnosis.whyNot.length > 0 && (
        <Section title="Why not">
          <WhyNotList causes={diagnosis.whyNot} />
        </Section>
      )}
      {unchecked && (
        <Section title="Could not check">
          <Unchecked unknown={diagnosis.unknown} failures={failures} />
        </Section>
      )}
    </>
  );
}

function Remedies({ explanation }: { readonly explanation: Explanation }) {
  const { nextCheck, fix, links } = explanation.diagnosis;
  return (
    <>
      {nextCheck !== null && (
        <Section title="Settle it">
          <AdviceItem advice={nextCheck} />
        </Section>
      )}
      {fix.length > 0 && (
        <Section title="Fix">
          <FixList fixes={fix} />
        </Section>
      )}
      {links.length > 0 && (
        <Section title="Read on">
          <Links links={links} />
        </Section>
      )}
    </>
  );
}

function Traffic({ details }: { readonly details: Details }) {
  const { store } = usePanel();
  const { exchange, stopped } = details;
  const { maskCredentials } = store.settings.value;
  return (
    <Section title="Request" note={`credentials are ${maskCredentials ? "hidden" : "shown, as the settings say"}`}>
      <Origin details={details} />
      <RequestDetails key={details.key} exchange={exchange} open={false} />
      {stopped.length > 0 && <p class="advice">It stopped {counted(stopped.length, "request")} behind it:</p>}
      {stopped.map((each) => (
        <RequestDetails key={each.key} exchange={each} open={store.selected.value === each.key} />
      ))}
    </Section>
  );
}

function Origin({ details }: { readonly details: Details }) {
  const { store, actions } = usePanel();
  const { file, entry, method, url } = details.explanation.diagnosis;
  const reveal = actions.revealInNetwork;
  if (file !== liveFile) {
    return (
      <p class="origin">
        Entry {entry} of {lineText(file, 200)}
      </p>
    );
  }
  if (reveal === null || !store.surroundings.watching) return null;
  const { hostname, pathname } = new URL(url);
  const show = () => reveal(`method:${method} domain:${hostname} ${pathname}`);
  return (
    <button type="button" class="button" onClick={show}>
      <Icon name="network" /> Show in the Network panel
    </button>
  );
}
