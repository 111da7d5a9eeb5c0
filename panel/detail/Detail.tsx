import { useLayoutEffect, useRef } from "preact/hooks";
import { CauseList } from "../causes/CauseList.tsx";
import { CauseView } from "../causes/CauseView.tsx";
import { DiagnosisView } from "../diagnosis/DiagnosisView.tsx";
import { lineText } from "../elements/display-text.ts";
import { Overview } from "../overview/Overview.tsx";
import type { DetailState, Page } from "../store/detail-state.ts";
import { usePanel } from "../store/panel-context.ts";
import { AllowedView } from "./AllowedView.tsx";
import { PageFrame } from "./PageFrame.tsx";
import { VisitBar } from "./VisitBar.tsx";
import "./detail.css";

/** The side beside the list: an opened page, the chosen request, or the root causes behind the list. */
export function Detail() {
  const { store } = usePanel();
  const page = store.detail.pages.value.at(-1);
  const hadPage = useRef(false);
  useLayoutEffect(() => {
    if (hadPage.current && page === undefined) document.getElementById("diagnosis")?.focus({ preventScroll: true });
    hadPage.current = page !== undefined;
  }, [page]);
  if (page !== undefined) return <PageFrame>{contentOf(page, store.detail)}</PageFrame>;
  const details = store.details.value;
  const allowed = store.detail.allowed.value;
  const failure = store.detail.failure.value;
  if (details === null && allowed === null && failure === null) return <Overview />;
  return (
    <div class="detail">
      <VisitBar />
      {details !== null && <DiagnosisView key={`${details.key} ${details.finding === null}`} details={details} />}
      {details === null && failure !== null && <LoadFailure says={failure} />}
      {details === null && allowed !== null && <AllowedView exchange={allowed} />}
    </div>
  );
}

function contentOf(page: Page, { pageFailure }: DetailState) {
  if (pageFailure.value !== null) return <LoadFailure says={pageFailure.value} />;
  return page.kind === "causes" ? <CauseList /> : <CauseView />;
}

function LoadFailure({ says }: { readonly says: string }) {
  return (
    <p class="detail-failure" role="alert">
      {lineText(says)}
    </p>
  );
}
