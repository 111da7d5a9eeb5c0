import { AllCauses } from "../causes/AllCauses.tsx";
import { CauseMark } from "../elements/CauseMark.tsx";
import { Sentence } from "../elements/Sentence.tsx";
import { counted } from "../elements/wording.ts";
import { entriesOf } from "../list/entries.ts";
import { type FindingGroup, findingsIn } from "../list/lines.ts";
import { usePanel } from "../store/panel-context.ts";
import "../detail/detail.css";
import "./overview.css";
import "../elements/text.css";

/** The root causes behind the list, shown while no request is chosen. */
export function Overview() {
  const { store } = usePanel();
  const findings = findingsIn(entriesOf(store.refused.value));
  return (
    <div class="detail-page overview">
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
      <p class="text-quiet">Choose a request to see why it was refused, and what to do.</p>
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
    <button type="button" class={`overview-cause ${verdict.apiGateway ? "" : "overview-quiet"}`} onClick={choose}>
      <span class="overview-count">{refused.toLocaleString("en")}</span>
      <CauseMark cause={verdict.cause} apiGateway={verdict.apiGateway} />
      <span>
        <Sentence text={verdict.title} />
      </span>
    </button>
  );
}
