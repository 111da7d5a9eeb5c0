import type { CausePage } from "../../src/diagnosis/cause-page.ts";
import type { SimilarCause } from "../../src/diagnosis/similar-causes.ts";
import { AdviceItem } from "../advice/AdviceItem.tsx";
import { FixAndLinks } from "../diagnosis/fix/FixAndLinks.tsx";
import { CauseMark } from "../elements/CauseMark.tsx";
import { CauseName } from "../elements/CauseName.tsx";
import { Section } from "../elements/Section.tsx";
import { Sentence } from "../elements/Sentence.tsx";
import { usePanel } from "../store/panel-context.ts";
import { signGroups } from "./sign-groups.ts";

/** The page of a cause: what it is, how it shows, what it is taken for, and how to confirm and fix it. */
export function CauseView() {
  const { store } = usePanel();
  const cause = store.detail.cause.value;
  return cause === null ? null : <Cause key={cause.id} cause={cause} />;
}

function Cause({ cause }: { readonly cause: CausePage }) {
  const { store } = usePanel();
  const { id, title, who, step, means, confirm, fix, links, confusedWith } = cause;
  const isFilled = store.details.value !== null;
  return (
    <>
      <h2 id="headline" class="page-title">
        <CauseMark cause={id} apiGateway={cause.apiGateway} />
        <Sentence text={title} />
      </h2>
      <p class="who">
        Refused by {who} · step {step} · <code>{id}</code>
      </p>
      <p class="means">
        <Sentence text={means} />
      </p>
      <Section title="How it shows">
        <Signs cause={cause} />
      </Section>
      {confusedWith.length > 0 && (
        <Section title="Looks like">
          <ConfusionList causes={confusedWith} />
        </Section>
      )}
      <Section title="Confirm" note={isFilled ? "written for the chosen request" : "written for an example"}>
        <AdviceItem advice={confirm} />
      </Section>
      <FixAndLinks fix={fix} links={links} />
    </>
  );
}

function Signs({ cause }: { readonly cause: CausePage }) {
  return (
    <dl class="signs">
      {signGroups(cause.signs).map(({ effect, signs }) => (
        <div key={effect} class={effect}>
          <dt>{effects[effect]}</dt>
          {signs.map((sign) => (
            <dd key={sign}>
              <Sentence text={sign} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

const effects = {
  proves: "Proves it",
  needs: "Never without",
  for: "Speaks for it",
  against: "Speaks against it",
  excludes: "Rules it out",
} as const;

function ConfusionList({ causes }: { readonly causes: readonly SimilarCause[] }) {
  return (
    <ul class="why-not">
      {causes.map(({ cause, title, apart }) => (
        <li key={cause}>
          <CauseName cause={cause} title={title} />
          {apart.length > 0 && (
            <span class="why">
              <Sentence text={`told apart by whether ${apart.join("; whether ")}`} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
