import { entriesOf } from "../entries.ts";
import { type FindingGroup, findingsIn } from "../lines.ts";
import { counted } from "../wording.ts";
import { AllCauses } from "./AllCauses.tsx";
import { CauseMark } from "./CauseMark.tsx";
import { usePanel } from "./panel-context.ts";
import { Sentence } from "./Sentence.tsx";

/** Before a request is chosen: the root causes behind the list. */
export function Overview() {
  const { store } = usePanel();
  const findings = findingsIn(entriesOf(store.refused.value));
  return (
    <div class="overview">
      <h2>
        {counted(store.refused.value.length, "refused request")}, {counted(findings.length, "root cause")}
      </h2>
      <ul>
        {findings.map((finding) => (
          <li key={finding.key}>
            <FindingChoice finding={finding} />
          </li>
        ))}
      </ul>
      <p class="quiet-line">Choose a request to see why it was refused, and what to do.</p>
      <AllCauses />
    </div>
  );
}

function FindingChoice({ finding }: { readonly finding: FindingGroup }) {
  const { store, actions } = usePanel();
  const { verdict, refused, entries } = finding;
  const choose = () => {
    actions.showAllRefused();
    store.selected.value = store.grouped.value ? finding.key : (entries[0]?.row.key ?? null);
  };
  return (
    <button type="button" class={`cause-line ${verdict.apiGateway ? "" : "quiet"}`} onClick={choose}>
      <span class="cause-count">{refused.toLocaleString("en")}</span>
      <CauseMark cause={verdict.cause} apiGateway={verdict.apiGateway} />
      <span>
        <Sentence text={verdict.title} />
      </span>
    </button>
  );
}
