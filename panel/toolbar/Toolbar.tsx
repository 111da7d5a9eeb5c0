import { Icon } from "../elements/Icon.tsx";
import { counted } from "../elements/wording.ts";
import { ExportButton } from "../export/ExportButton.tsx";
import { OpenFilesButton } from "../files/OpenFilesButton.tsx";
import { FilterBox } from "../filter/FilterBox.tsx";
import { keyText, panelKeys } from "../keys/panel-keys.ts";
import { usePanel } from "../store/panel-context.ts";
import { viewSettings } from "../store/view-settings.ts";
import { RangeChip } from "../timeline/RangeChip.tsx";
import "../elements/tool.css";
import "./toolbar.css";

/** The panel's controls, most used first. */
export function Toolbar() {
  const { store, actions } = usePanel();
  return (
    <header class="toolbar">
      <h1 class="page-offscreen">API Gateway 403</h1>
      {store.surroundings.watching && <RecordButton />}
      <button
        type="button"
        class="tool"
        aria-label="Clear"
        title={`Clear everything, opened files too (${keyText(panelKeys.clear)})`}
        onClick={actions.clear}
      >
        <Icon name="clear" />
      </button>
      <ReloadButton />
      <OpenFilesButton class="tool">
        <Icon name="open" />
        <span class="tool-label">Open HAR</span>
      </OpenFilesButton>
      <ExportButton of={{ kind: "all" }} what="all refused requests" />
      <span class="toolbar-divider" />
      <FilterBox />
      <RangeChip />
      <ScopeToggle />
      <GroupToggle />
      {store.surroundings.watching && <KeepCheckbox />}
      <DialogButtons />
    </header>
  );
}

function RecordButton() {
  const { store, actions } = usePanel();
  const { paused, heldBack } = store.capture.value;
  const label = paused ? "Go on recording" : "Pause recording";
  return (
    <>
      <button
        type="button"
        class={`tool ${paused ? "" : "toolbar-recording"}`}
        aria-label={label}
        title={`${label} (${keyText(panelKeys.record)})`}
        onClick={paused ? actions.resume : actions.pause}
      >
        <Icon name={paused ? "record" : "stop"} />
      </button>
      {paused && <span class="toolbar-paused">paused · {heldBack.toLocaleString("en")} waiting</span>}
    </>
  );
}

function ReloadButton() {
  const { actions } = usePanel();
  if (actions.reload === null) return null;
  const title = `Reload the page to capture what it requests (${keyText({ key: "r", ctrl: true })})`;
  return (
    <button type="button" class="tool" aria-label="Reload and capture" title={title} onClick={actions.reload}>
      <Icon name="reload" />
    </button>
  );
}

function DialogButtons() {
  const { store } = usePanel();
  const open = (dialog: "settings" | "help") => () => {
    store.dialog.value = dialog;
  };
  return (
    <span class="toolbar-dialogs">
      <button type="button" class="tool" aria-label="Settings" title="Settings" onClick={open("settings")}>
        <Icon name="settings" />
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Help"
        title={`Keys and marks (${keyText(panelKeys.help)})`}
        onClick={open("help")}
      >
        <Icon name="help" />
      </button>
    </span>
  );
}

function ScopeToggle() {
  const { store } = usePanel();
  const refused = store.refused.value;
  const choices = [
    { scope: "api-gateway", label: "API Gateway", count: refused.filter(({ verdict }) => verdict?.apiGateway).length },
    { scope: "refused", label: "All refused", count: refused.length },
    { scope: "seen", label: "Seen", count: store.tally.value.requests },
  ] as const;
  return (
    <fieldset class="toolbar-scope">
      <legend class="page-offscreen">{viewSettings.scope.label}</legend>
      {choices.map(({ scope, label, count }) => (
        <button
          key={scope}
          type="button"
          aria-pressed={store.scope.value === scope}
          aria-label={`${label}: ${counted(count, "request")}`}
          onClick={() => {
            store.scope.value = scope;
          }}
        >
          <span>{label}</span> <span class="toolbar-scope-count">{count.toLocaleString("en")}</span>
        </button>
      ))}
    </fieldset>
  );
}

function GroupToggle() {
  const { store } = usePanel();
  return (
    <button
      type="button"
      class="tool"
      aria-label={viewSettings.grouped.label}
      title={viewSettings.grouped.label}
      aria-pressed={store.grouped.value}
      onClick={() => {
        store.grouped.value = !store.grouped.value;
      }}
    >
      <Icon name="group" />
    </button>
  );
}

function KeepCheckbox() {
  const { store, actions } = usePanel();
  const settings = store.settings.value;
  return (
    <label class="toolbar-keep" title="Keep requests when the page navigates">
      <input
        type="checkbox"
        checked={settings.keepAfterNavigation}
        onChange={(event) => actions.changeSettings({ ...settings, keepAfterNavigation: event.currentTarget.checked })}
      />
      <span>
        Keep<span class="toolbar-wide-only"> after navigation</span>
      </span>
    </label>
  );
}
