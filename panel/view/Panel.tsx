import { DiagnosisView } from "./DiagnosisView.tsx";
import { DropTarget } from "./DropTarget.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { FileProblems } from "./FileProblems.tsx";
import { Overview } from "./Overview.tsx";
import { usePanel } from "./panel-context.ts";
import { RequestGrid } from "./RequestGrid.tsx";
import { Settings } from "./Settings.tsx";
import { Split } from "./Split.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { Timeline } from "./Timeline.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { usePanelKeys } from "./use-panel-keys.ts";

/** The whole panel. */
export function Panel() {
  const { store } = usePanel();
  usePanelKeys();
  return (
    <>
      <Toolbar />
      {store.rows.value.length > 0 && <Timeline />}
      <FileProblems />
      <main>{store.rows.value.length === 0 ? <EmptyState /> : <Refusals />}</main>
      <StatusBar />
      <Settings />
      <DropTarget />
    </>
  );
}

function Refusals() {
  const { store } = usePanel();
  const details = store.details.value;
  return (
    <Split
      first={<RequestGrid />}
      second={details === null ? <Overview /> : <DiagnosisView key={details.key} details={details} />}
    />
  );
}
