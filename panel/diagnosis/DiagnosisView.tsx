import type { TargetedKeyboardEvent } from "preact";
import type { Details } from "../../src/worker/protocol.ts";
import { AllCauses } from "../causes/AllCauses.tsx";
import { FoldSection } from "../elements/FoldSection.tsx";
import { Section } from "../elements/Section.tsx";
import { usePanel } from "../store/panel-context.ts";
import { Headline } from "./headline/Headline.tsx";
import type { DiagnosisSection } from "./section.ts";
import { sections } from "./sections.ts";
import "../detail/detail.css";

/** The diagnosis of one refused request, section by section. */
export function DiagnosisView({ details }: { readonly details: Details }) {
  const { store } = usePanel();
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
      {sections
        .filter(({ applies }) => applies(details))
        .map((section) => (
          <SectionView key={section.id} section={section} details={details} />
        ))}
      <AllCauses />
    </article>
  );
}

interface SectionProps {
  readonly section: DiagnosisSection;
  readonly details: Details;
}

function SectionView({ section, details }: SectionProps) {
  const { store } = usePanel();
  const { title, opens, View } = section;
  const note = section.note?.(details, store);
  const content = <View details={details} />;
  if (title === null) return content;
  const head = note === undefined ? { title } : { title, note };
  if (opens === undefined) return <Section {...head}>{content}</Section>;
  return (
    <FoldSection {...head} open={opens(details)}>
      {content}
    </FoldSection>
  );
}
