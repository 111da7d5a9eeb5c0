import type { TargetedKeyboardEvent } from "preact";
import type { Details } from "../../src/worker/protocol.ts";
import { AllCauses } from "../causes/AllCauses.tsx";
import { usePanel } from "../store/panel-context.ts";
import { Doubts } from "./Doubts.tsx";
import { Headline } from "./headline/Headline.tsx";
import { Reasons } from "./Reasons.tsx";
import { Remedies } from "./Remedies.tsx";
import { Traffic } from "./request/Traffic.tsx";
import { FindingRequests } from "./requests/FindingRequests.tsx";
import { SignatureDetails } from "./signature/SignatureDetails.tsx";
import { TokenDetails } from "./token/TokenDetails.tsx";
import "../detail/detail.css";

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
    <article id="diagnosis" class="detail-page" tabIndex={-1} aria-labelledby="headline" onKeyDown={onKeyDown}>
      <Headline details={details} onClose={close} />
      {isStopped && (
        <p class="detail-aside">
          The selected request never left the browser: its preflight, explained here, was refused.
        </p>
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
