import { Detail } from "../detail/Detail.tsx";
import { EmptyState } from "../empty-state/EmptyState.tsx";
import { ExportDialog } from "../export/ExportDialog.tsx";
import { DropTarget } from "../files/DropTarget.tsx";
import { FileProblems } from "../files/FileProblems.tsx";
import { ReadingProgress } from "../files/ReadingProgress.tsx";
import { Help } from "../help/Help.tsx";
import { usePanelKeys } from "../keys/use-panel-keys.ts";
import { RequestGrid } from "../list/RequestGrid.tsx";
import { Notices } from "../notices/Notices.tsx";
import { Settings } from "../settings/Settings.tsx";
import { StatusBar } from "../status-bar/StatusBar.tsx";
import { usePanel } from "../store/panel-context.ts";
import { Timeline } from "../timeline/Timeline.tsx";
import { Toolbar } from "../toolbar/Toolbar.tsx";
import { Split } from "./Split.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";

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
      <ExportDialog />
      <DropTarget />
    </>
  );
}

function Main() {
  const { store } = usePanel();
  if (store.rows.value.length > 0) return <Split first={<RequestGrid />} second={<Detail />} />;
  return store.detail.pages.value.length > 0 ? <Detail /> : <EmptyState />;
}
