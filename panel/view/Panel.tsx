import { Detail } from "./Detail.tsx";
import { DropTarget } from "./DropTarget.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { ExportGate } from "./ExportGate.tsx";
import { FileProblems } from "./FileProblems.tsx";
import { Help } from "./Help.tsx";
import { Notices } from "./Notices.tsx";
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
      <main tabIndex={-1}>
        <Main />
      </main>
      <StatusBar />
      <Settings />
      <Help />
      <ExportGate />
      <DropTarget />
    </>
  );
}

function Main() {
  const { store } = usePanel();
  if (store.rows.value.length > 0) return <Split first={<RequestGrid />} second={<Detail />} />;
  return store.detail.pages.value.length > 0 ? <Detail /> : <EmptyState />;
}
