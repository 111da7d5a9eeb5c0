import type { Advice, Link } from "../../../src/diagnosis/diagnosis.ts";
import { FixList } from "../../advice/FixList.tsx";
import { Links } from "../../advice/Links.tsx";
import { Section } from "../../elements/Section.tsx";

interface Props {
  readonly fix: readonly Advice[];
  readonly links: readonly Link[];
}

/** What mends it, and where to read on. */
export function FixAndLinks({ fix, links }: Props) {
  return (
    <>
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
