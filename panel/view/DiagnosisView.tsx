import type { TargetedKeyboardEvent } from "preact";
import type { Explanation } from "../../src/diagnosis/explanation.ts";
import { liveFile } from "../../src/session/recording.ts";
import { lineText } from "../display-text.ts";
import { type Finding, keyOf } from "../rows.ts";
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

/** Everything about one refusal: what it is, why that is thought, and what to do. */
export function DiagnosisView({ finding }: { readonly finding: Finding }) {
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
      <Headline explanation={finding.explanation} onClose={close} />
      {store.selected.value !== finding.key && (
        <p class="aside">The selected request never left the browser: its preflight, explained here, was refused.</p>
      )}
      <Findings finding={finding} />
      <Remedies explanation={finding.explanation} />
      <Traffic finding={finding} />
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

function Findings({ finding }: { readonly finding: Finding }) {
  const { explanation } = finding;
  const { diagnosis, progress, why, rivals } = explanation;
  const failures = failuresOf(finding);
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
      {unchecked && (
        <Section title="Could not check">
          <Unchecked unknown={diagnosis.unknown} failures={failures} />
        </Section>
      )}
    </>
  );
}

function failuresOf({ key }: Finding) {
  const { store } = usePanel();
  return store.examination.value?.failures.filter((failure) => keyOf(failure) === key) ?? [];
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

function Traffic({ finding }: { readonly finding: Finding }) {
  const { store } = usePanel();
  const { exchange, blocks } = finding.subject;
  return (
    <Section title="Request" note="credentials are hidden">
      <Origin finding={finding} />
      <RequestDetails key={finding.key} exchange={exchange} open={false} />
      {blocks.length > 0 && <p class="advice">It stopped {counted(blocks.length, "request")} behind it:</p>}
      {blocks.map((each) => (
        <RequestDetails key={keyOf(each)} exchange={each} open={store.selected.value === keyOf(each)} />
      ))}
    </Section>
  );
}

function Origin({ finding }: { readonly finding: Finding }) {
  const { store, actions } = usePanel();
  const { exchange } = finding.subject;
  const { method, target } = exchange.request;
  const reveal = actions.revealInNetwork;
  if (exchange.file !== liveFile) {
    return (
      <p class="origin">
        Entry {exchange.entry} of {lineText(exchange.file, 200)}
      </p>
    );
  }
  if (reveal === null || !store.surroundings.watching) return null;
  const show = () => reveal(`method:${method} domain:${target.hostname} ${target.path}`);
  return (
    <button type="button" class="button" onClick={show}>
      <Icon name="network" /> Show in the Network panel
    </button>
  );
}
