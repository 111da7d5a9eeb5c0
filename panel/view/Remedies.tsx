import type { Details } from "../../src/worker/protocol.ts";
import { AdviceItem } from "./AdviceItem.tsx";
import { Ask } from "./Ask.tsx";
import { Declared } from "./Declared.tsx";
import { FixAndLinks } from "./FixAndLinks.tsx";
import { OwnersWay } from "./OwnersWay.tsx";
import { Section } from "./Section.tsx";
import { ShellSwitch } from "./ShellSwitch.tsx";

/** What to do: the check that settles it, where the cause is seen, the fix, and where to read on. */
export function Remedies({ details }: { readonly details: Details }) {
  const { nextCheck, checks, confirm, fix, links, owner, declared } = details.explanation.diagnosis;
  return (
    <>
      {(nextCheck !== null || checks !== undefined) && (
        <Section title="Settle it">
          {nextCheck !== null && <AdviceItem advice={nextCheck} />}
          <Ask key={details.key} details={details} />
        </Section>
      )}
      {confirm !== null && (
        <Section title="See it where it lies">
          <AdviceItem advice={confirm} />
        </Section>
      )}
      <FixAndLinks fix={fix} links={links} />
      <Declared declared={declared} />
      <OwnersWay way={owner} />
      <ShellSwitch />
    </>
  );
}
