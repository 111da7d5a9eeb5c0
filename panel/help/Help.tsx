import { Dialog } from "../dialogs/Dialog.tsx";
import { CauseMark } from "../elements/CauseMark.tsx";
import { Icon } from "../elements/Icon.tsx";
import { hostMarkMeanings } from "../elements/wording.ts";
import { keyText, panelKeys } from "../keys/panel-keys.ts";
import { usePanel } from "../store/panel-context.ts";
import "./help.css";
import "../elements/path.css";
import "../elements/section.css";

const listKeys: readonly (readonly [keys: string, does: string])[] = [
  ["↑ ↓ Home End", "Choose another line"],
  ["letters", "Find a path or a cause that begins with them"],
  ["← →", "Fold the requests of a root cause, or unfold them"],
  ["Enter", "Go to the diagnosis"],
  ["Escape", "Go back to the list; choose nothing"],
  ["Shift+← →", "On a column's head: make it narrower or wider"],
];

const confidences: readonly (readonly [word: string, means: string])[] = [
  ["certain", "The traffic shows something that only this cause leaves."],
  ["likely · 86%", "Nothing proves it, but of all causes it fits by far the best. The number is its share."],
  ["ambiguous · 44%", "Several causes fit. The diagnosis lists them, and the check that tells them apart."],
];

/** The keys, and what words and marks of the panel mean. */
export function Help() {
  const keys = Object.values(panelKeys).map((each) => [keyText(each), each.does] as const);
  return (
    <Dialog name="help" title="Keys and marks">
      <section class="section help">
        <h3>Keys everywhere</h3>
        <Terms of={keys} as="kbd" />
        <h3>Keys in the list</h3>
        <Terms of={listKeys} as="kbd" />
        <h3>How sure a diagnosis is</h3>
        <Terms of={confidences} as="b" />
        <h3>Marks</h3>
        <Marks />
        <h3>Kinds of hosts</h3>
        <Terms of={hostMarkMeanings} as="b" />
        <BrowserLimits />
      </section>
    </Dialog>
  );
}

function BrowserLimits() {
  const { store } = usePanel();
  const { watching, limits } = store.surroundings;
  const sentences = Object.values(limits).filter((sentence) => sentence !== null);
  if (!watching || sentences.length === 0) return null;
  return (
    <>
      <h3>What this browser keeps to itself</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

interface TermsProps {
  readonly of: readonly (readonly [term: string, means: string])[];
  readonly as: "kbd" | "b";
}

function Terms({ of: terms, as: Term }: TermsProps) {
  return (
    <dl class="help-terms">
      {terms.map(([term, means], index) => (
        <div key={index}>
          <dt>
            <Term>{term}</Term>
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  );
}

function Marks() {
  return (
    <dl class="help-terms">
      <div>
        <dt>
          <CauseMark cause="any" apiGateway={true} />
        </dt>
        <dd>A root cause. Its colour and shape are the same wherever it shows, until everything is cleared.</dd>
      </div>
      <div>
        <dt>
          <CauseMark cause="any" apiGateway={false} />
        </dt>
        <dd>Hollow: somebody other than API Gateway refused.</dd>
      </div>
      <div>
        <dt>
          <Icon name="blocked" />
        </dt>
        <dd>Never left the browser: its preflight, above it, was refused.</dd>
      </div>
      <div>
        <dt>
          /<span class="path-stage-name">prod</span>
        </dt>
        <dd>The API's stage, the first part of a path under execute-api.</dd>
      </div>
    </dl>
  );
}
