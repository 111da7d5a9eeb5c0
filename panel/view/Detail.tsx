import { useLayoutEffect, useRef } from "preact/hooks";
import { CauseList } from "./CauseList.tsx";
import { CauseView } from "./CauseView.tsx";
import { DiagnosisView } from "./DiagnosisView.tsx";
import { Overview } from "./Overview.tsx";
import { PageFrame } from "./PageFrame.tsx";
import { PassedView } from "./PassedView.tsx";
import { usePanel } from "./panel-context.ts";
import { VisitBar } from "./VisitBar.tsx";

/** What stands beside the list: a page that was opened, the chosen request, or the root causes behind the list. */
export function Detail() {
  const { store } = usePanel();
  const page = store.detail.pages.value.at(-1);
  const hadPage = useRef(false);
  useLayoutEffect(() => {
    if (hadPage.current && page === undefined) document.getElementById("diagnosis")?.focus({ preventScroll: true });
    hadPage.current = page !== undefined;
  }, [page]);
  if (page !== undefined) return <PageFrame>{page.kind === "causes" ? <CauseList /> : <CauseView />}</PageFrame>;
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
