import type { Explanation } from "../../src/diagnosis/explanation.ts";
import { AdviceItem } from "./AdviceItem.tsx";
import { FixAndLinks } from "./FixAndLinks.tsx";
import { OwnersWay } from "./OwnersWay.tsx";
import { Section } from "./Section.tsx";
import { ShellSwitch } from "./ShellSwitch.tsx";

/** What to do: the check that settles it, the fix, and where to read on. */
export function Remedies({ explanation }: { readonly explanation: Explanation }) {
  const { nextCheck, fix, links, owner } = explanation.diagnosis;
  return (
    <>
      {nextCheck !== null && (
        <Section title="Settle it">
          <AdviceItem advice={nextCheck} />
        </Section>
      )}
      <FixAndLinks fix={fix} links={links} />
      <OwnersWay way={owner} />
      <ShellSwitch />
    </>
  );
}
