import type { Details } from "../../src/worker/protocol.ts";
import { AdviceItem } from "../advice/AdviceItem.tsx";
import { ShellSwitch } from "../advice/ShellSwitch.tsx";
import { Section } from "../elements/Section.tsx";
import { FixAndLinks } from "./fix/FixAndLinks.tsx";
import { IacTemplates } from "./iac/IacTemplates.tsx";
import { OwnerGuidance } from "./logs/OwnerGuidance.tsx";
import { Probe } from "./probes/Probe.tsx";

/** What to do: the check that settles it, where the cause is seen, the fix, and where to read on. */
export function Remedies({ details }: { readonly details: Details }) {
  const { nextCheck, checks, confirm, fix, links, owner, declared } = details.explanation.diagnosis;
  return (
    <>
      {(nextCheck !== null || checks !== undefined) && (
        <Section title="Settle it">
          {nextCheck !== null && <AdviceItem advice={nextCheck} />}
          <Probe key={details.key} details={details} />
        </Section>
      )}
      {confirm !== null && (
        <Section title="See it where it lies">
          <AdviceItem advice={confirm} />
        </Section>
      )}
      <FixAndLinks fix={fix} links={links} />
      <IacTemplates declared={declared} />
      <OwnerGuidance guidance={owner} />
      <ShellSwitch />
    </>
  );
}
