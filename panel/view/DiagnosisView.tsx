import type { TargetedKeyboardEvent } from "preact";
import type { Details } from "../../src/worker/protocol.ts";
import { AllCauses } from "./AllCauses.tsx";
import { Doubts } from "./Doubts.tsx";
import { FindingRequests } from "./FindingRequests.tsx";
import { Headline } from "./Headline.tsx";
import { usePanel } from "./panel-context.ts";
import { Reasons } from "./Reasons.tsx";
import { Remedies } from "./Remedies.tsx";
import { SignatureDetails } from "./SignatureDetails.tsx";
import { TokenDetails } from "./TokenDetails.tsx";
import { Traffic } from "./Traffic.tsx";

/** Everything about one refusal: what it is, why that is thought, and what to do. */
export function DiagnosisView({ details }: { readonly details: Details }) {
  const { store } = usePanel();
  const { finding, signature, token } = details;
  const close = () => {
    store.selected.value = null;
    document.querySelector<HTMLElement>(".list")?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape") close();
  };
  const isStopped = details.stopped.some(({ key }) => key === store.selected.value);
  return (
    <article id="diagnosis" class="diagnosis" tabIndex={-1} aria-labelledby="headline" onKeyDown={onKeyDown}>
      <Headline details={details} onClose={close} />
      {isStopped && (
        <p class="aside">The selected request never left the browser: its preflight, explained here, was refused.</p>
      )}
      <Reasons details={details} />
      {signature !== null && <SignatureDetails signature={signature} />}
      {token !== null && <TokenDetails token={token} />}
      <Remedies details={details} />
      <Doubts details={details} />
      {finding !== null && finding.requests.length > 1 && <FindingRequests finding={finding} />}
      <Traffic details={details} />
      <AllCauses />
    </article>
  );
}
