import type { CausePage } from "../../src/diagnosis/cause-page.ts";
import type { SimilarCause } from "../../src/diagnosis/similar-causes.ts";
import { AdviceItem } from "../advice/AdviceItem.tsx";
import { FixList } from "../advice/FixList.tsx";
import { Links } from "../advice/Links.tsx";
import { CauseMark } from "../elements/CauseMark.tsx";
import { CauseReasons } from "../elements/CauseReasons.tsx";
import { Section } from "../elements/Section.tsx";
import { Sentence } from "../elements/Sentence.tsx";
import { usePanel } from "../store/panel-context.ts";
import { signGroups } from "./sign-groups.ts";
import "./cause-page.css";
import "../detail/detail.css";

/** The page of a cause: its meaning, signs, similar causes, and how to confirm and fix it. */
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
      <h2 id="headline" class="detail-title">
        <CauseMark cause={id} apiGateway={cause.apiGateway} />
        <Sentence text={title} />
      </h2>
      <p class="detail-who">
        Refused by {who} · step {step} · <code>{id}</code>
      </p>
      <p class="detail-means">
        <Sentence text={means} />
      </p>
      <Section title="How it shows">
        <Signs cause={cause} />
      </Section>
      {confusedWith.length > 0 && (
        <Section title="Looks like">
          <CauseReasons causes={confusedWith.map(comparisonOf)} />
        </Section>
      )}
      <Section title="Confirm" note={isFilled ? "written for the chosen request" : "written for an example"}>
        <AdviceItem advice={confirm} />
      </Section>
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

function Signs({ cause }: { readonly cause: CausePage }) {
  return (
    <dl class="cause-page-signs">
      {signGroups(cause.signs).map(({ effect, signs }) => (
        <div key={effect} class={effect === "proves" ? "cause-page-proves" : ""}>
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

function comparisonOf({ cause, title, apart }: SimilarCause) {
  return { cause, title, says: apart.length === 0 ? "" : `told apart by whether ${apart.join("; whether ")}` };
}
