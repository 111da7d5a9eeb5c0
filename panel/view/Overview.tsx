import type { Row } from "../../src/examiner/messages.ts";
import { groupBy } from "../../src/session/group-by.ts";
import { counted } from "../wording.ts";
import { CauseMark } from "./CauseMark.tsx";
import { usePanel } from "./panel-context.ts";
import { Sentence } from "./Sentence.tsx";

interface CauseCount {
  readonly first: Row;
  readonly count: number;
}

/** Before a request is chosen: the root causes behind the list, the most frequent first. */
export function Overview() {
  const { store } = usePanel();
  const causes = countedCauses(store.refusals.value.map(({ row }) => row));
  return (
    <div class="overview">
      <h2>
        {counted(store.refusals.value.length, "refused request")}, {counted(causes.length, "cause")}
      </h2>
      <ul>
        {causes.map(({ first, count }) => (
          <li key={first.cause}>
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
  const choose = () => {
    store.scope.value = "all";
    store.filter.value = "";
    store.selected.value = first.key;
  };
  return (
    <button type="button" class={`cause-line ${first.apiGateway ? "" : "quiet"}`} onClick={choose}>
      <span class="cause-count">{count.toLocaleString("en")}</span>
      <CauseMark cause={first.cause} apiGateway={first.apiGateway} />
      <span>
        <Sentence text={first.title} />
      </span>
    </button>
  );
}

function countedCauses(rows: readonly Row[]): readonly CauseCount[] {
  const byCause = groupBy(rows, ({ cause }) => cause);
  const counts = [...byCause.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ first, count: group.length })),
  );
  return counts.toSorted((one, other) => rank(other) - rank(one));
}

/** Causes outside API Gateway come last, however many there are. */
function rank({ first, count }: CauseCount): number {
  return first.apiGateway ? count : count / Number.MAX_SAFE_INTEGER;
}
