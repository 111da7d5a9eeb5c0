import { DiagnosisView } from "./DiagnosisView.tsx";
import { DropTarget } from "./DropTarget.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { FileProblems } from "./FileProblems.tsx";
import { Overview } from "./Overview.tsx";
import { usePanel } from "./panel-context.ts";
import { RequestList } from "./RequestList.tsx";
import { Settings } from "./Settings.tsx";
import { Split } from "./Split.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { Toolbar } from "./Toolbar.tsx";

/** The whole panel. */
export function Panel() {
  const { store } = usePanel();
  return (
    <>
      <Toolbar />
      <FileProblems />
      <main>{store.findings.value.length === 0 ? <EmptyState /> : <Findings />}</main>
      <StatusBar />
      <Settings />
      <DropTarget />
    </>
  );
}

function Findings() {
  const { store } = usePanel();
  const shown = store.shown.value;
  return (
    <Split
      first={<RequestList />}
      second={shown === null ? <Overview /> : <DiagnosisView key={shown.key} finding={shown} />}
    />
  );
}
