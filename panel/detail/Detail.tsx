import { useLayoutEffect, useRef } from "preact/hooks";
import { CauseList } from "../causes/CauseList.tsx";
import { CauseView } from "../causes/CauseView.tsx";
import { DiagnosisView } from "../diagnosis/DiagnosisView.tsx";
import { Overview } from "../overview/Overview.tsx";
import { usePanel } from "../store/panel-context.ts";
import { AllowedView } from "./AllowedView.tsx";
import { PageFrame } from "./PageFrame.tsx";
import { VisitBar } from "./VisitBar.tsx";
import "./detail.css";

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
      {details === null && passed !== null && <AllowedView exchange={passed} />}
    </div>
  );
}
