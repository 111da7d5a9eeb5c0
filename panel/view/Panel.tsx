import { DiagnosisView } from "./DiagnosisView.tsx";
import { DropTarget } from "./DropTarget.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { FileProblems } from "./FileProblems.tsx";
import { Help } from "./Help.tsx";
import { Notices } from "./Notices.tsx";
import { Overview } from "./Overview.tsx";
import { usePanel } from "./panel-context.ts";
import { ReadingProgress } from "./ReadingProgress.tsx";
import { RequestGrid } from "./RequestGrid.tsx";
import { Settings } from "./Settings.tsx";
import { Split } from "./Split.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { Timeline } from "./Timeline.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";
import { usePanelKeys } from "./use-panel-keys.ts";

/** The whole panel. */
export function Panel() {
  const { store } = usePanel();
  usePanelKeys();
  useKeptFocus();
  return (
    <>
      <Toolbar />
      <ReadingProgress />
      <Notices />
      {store.rows.value.length > 0 && <Timeline />}
      <FileProblems />
      <main tabIndex={-1}>{store.rows.value.length === 0 ? <EmptyState /> : <Refusals />}</main>
      <StatusBar />
      <Settings />
      <Help />
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
