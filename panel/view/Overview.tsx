import { groupBy } from "../../src/session/group-by.ts";
import type { Finding } from "../rows.ts";
import { counted } from "../wording.ts";
import { CauseMark } from "./CauseMark.tsx";
import { usePanel } from "./panel-context.ts";
import { Sentence } from "./Sentence.tsx";

interface CauseCount {
  readonly first: Finding;
  readonly count: number;
}

/** Before a request is chosen: the root causes behind the list, the most frequent first. */
export function Overview() {
  const { store } = usePanel();
  const causes = countedCauses(store.findings.value);
  return (
    <div class="overview">
      <h2>
        {counted(store.findings.value.length, "refused request")}, {counted(causes.length, "cause")}
      </h2>
      <ul>
        {causes.map(({ first, count }) => (
          <li key={first.explanation.diagnosis.cause}>
            <CauseLine first={first} count={count} />
          </li>
        ))}
      </ul>
      <p class="quiet-line">Choose a request to see why it was refused, and what to do.</p>
    </div>
  );
}

function CauseLine({ first, count }: CauseCount) {
  const { store } = usePanel();
  const { diagnosis, title } = first.explanation;
  const choose = () => {
    store.scope.value = "all";
    store.filter.value = "";
    store.selected.value = first.key;
  };
  return (
    <button type="button" class={`cause-line ${diagnosis.apiGateway ? "" : "quiet"}`} onClick={choose}>
      <span class="cause-count">{count.toLocaleString("en")}</span>
      <CauseMark cause={diagnosis.cause} apiGateway={diagnosis.apiGateway} />
      <span>
        <Sentence text={title} />
      </span>
    </button>
  );
}

function countedCauses(findings: readonly Finding[]): readonly CauseCount[] {
  const byCause = groupBy(findings, ({ explanation }) => explanation.diagnosis.cause);
  const counts = [...byCause.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ first, count: group.length })),
  );
  return counts.toSorted((one, other) => rank(other) - rank(one));
}

/** Causes outside API Gateway come last, however many there are. */
function rank({ first, count }: CauseCount): number {
  return first.explanation.diagnosis.apiGateway ? count : count / Number.MAX_SAFE_INTEGER;
}
