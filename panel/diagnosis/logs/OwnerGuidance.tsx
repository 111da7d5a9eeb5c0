import type { OwnerGuidance as Guidance } from "../../../src/diagnosis/diagnosis.ts";
import { FixList } from "../../advice/FixList.tsx";
import { Links } from "../../advice/Links.tsx";
import { FoldSection } from "../../elements/FoldSection.tsx";

/** How the API's owner looks further: logs, AWS's runbook, and the console's pages. Folded, since few need them. */
export function OwnerGuidance({ guidance }: { readonly guidance: Guidance }) {
  return (
    <>
      {guidance.logs.length > 0 && (
        <FoldSection title="Logs" note="find this request in the API's logs" open={false}>
          <FixList fixes={guidance.logs} />
        </FoldSection>
      )}
      {guidance.runbook.length > 0 && (
        <FoldSection title="Runbook" note="let AWS's own automation read the logs" open={false}>
          <FixList fixes={guidance.runbook} />
        </FoldSection>
      )}
      {guidance.console.length > 0 && (
        <FoldSection title="Console" note="pages of the API in the AWS console" open={false}>
          <Links links={guidance.console} />
        </FoldSection>
      )}
    </>
  );
}
