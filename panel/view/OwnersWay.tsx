import type { OwnerGuidance as Way } from "../../src/diagnosis/diagnosis.ts";
import { FixList } from "./FixList.tsx";
import { FoldSection } from "./FoldSection.tsx";
import { Links } from "./Links.tsx";

/** How the API's owner looks further: logs, AWS's runbook, and the console's pages. Folded, since few need them. */
export function OwnersWay({ way }: { readonly way: Way }) {
  return (
    <>
      {way.logs.length > 0 && (
        <FoldSection title="Logs" note="find this request in the API's logs" open={false}>
          <FixList fixes={way.logs} />
        </FoldSection>
      )}
      {way.runbook.length > 0 && (
        <FoldSection title="Runbook" note="let AWS's own automation read the logs" open={false}>
          <FixList fixes={way.runbook} />
        </FoldSection>
      )}
      {way.console.length > 0 && (
        <FoldSection title="Console" note="pages of the API in the AWS console" open={false}>
          <Links links={way.console} />
        </FoldSection>
      )}
    </>
  );
}
