import { CauseList } from "./CauseList.tsx";
import { CauseView } from "./CauseView.tsx";
import { DiagnosisView } from "./DiagnosisView.tsx";
import { Overview } from "./Overview.tsx";
import { PassedView } from "./PassedView.tsx";
import { usePanel } from "./panel-context.ts";
import { VisitBar } from "./VisitBar.tsx";

/** What stands beside the list: a page that was opened, the chosen request, or the root causes behind the list. */
export function Detail() {
  const { store } = usePanel();
  const page = store.detail.pages.value.at(-1);
  if (page?.kind === "causes") return <CauseList />;
  if (page?.kind === "cause") return <CauseView />;
  const details = store.details.value;
  const passed = store.detail.passed.value;
  if (details === null && passed === null) return <Overview />;
  return (
    <div class="detail">
      <VisitBar />
      {details !== null && <DiagnosisView key={`${details.key} ${details.finding === null}`} details={details} />}
      {details === null && passed !== null && <PassedView exchange={passed} />}
    </div>
  );
}
