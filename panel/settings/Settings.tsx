import { useState } from "preact/hooks";
import { hostsFromText, invalidHosts, settingDeclarations } from "../../src/session/settings.ts";
import { Dialog } from "../dialogs/Dialog.tsx";
import { DialogButtons } from "../dialogs/DialogButtons.tsx";
import { Choice } from "../elements/Choice.tsx";
import { lineText } from "../elements/display-text.ts";
import { Sentence } from "../elements/Sentence.tsx";
import { HostList } from "../hosts/HostList.tsx";
import { columns } from "../list/columns.ts";
import { usePanel } from "../store/panel-context.ts";
import { viewSettings } from "../store/view-settings.ts";
import "../elements/button.css";
import "../elements/section.css";
import "./settings.css";

/** The settings, and the hosts that were seen. */
export function Settings() {
  const { actions } = usePanel();
  return (
    <Dialog name="settings" title="Settings">
      <ApiHosts />
      <Requests />
      <ListColumns />
      <SeenHosts />
      <DialogButtons>
        <button type="button" class="button" onClick={actions.resetSettings}>
          Reset all settings
        </button>
      </DialogButtons>
    </Dialog>
  );
}

function ApiHosts() {
  const { store, actions } = usePanel();
  const { settings } = store;
  const { apiHosts } = settings.value;
  const [typed, setTyped] = useState<string | null>(null);
  // What is not being typed follows the settings: hosts are also added from the table below.
  const text = typed ?? apiHosts.join("\n");
  const invalid = invalidHosts(hostsFromText(text));
  const save = (whole: string) => {
    actions.changeSettings({ ...settings.value, apiHosts: hostsFromText(whole) });
    setTyped(null);
  };
  return (
    <section class="section">
      <h3>
        <label for="api-hosts">{settingDeclarations.apiHosts.label}</label>
      </h3>
      <p id="api-hosts-help">
        Custom domains that lead to API Gateway, one a line; <code>*</code> stands for any characters, as in{" "}
        <code>*.api.example.com</code>. Names under <code>execute-api</code> are known already.
      </p>
      <textarea
        id="api-hosts"
        rows={4}
        spellcheck={false}
        aria-describedby="api-hosts-help api-hosts-state"
        aria-invalid={invalid.length > 0}
        value={text}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => save(event.currentTarget.value)}
      />
      <p id="api-hosts-state" class="settings-field-state" aria-live="polite">
        {invalid.length > 0 && `No host can have this name: ${invalid.map((host) => lineText(host, 80)).join(", ")}`}
      </p>
    </section>
  );
}

function Requests() {
  const { store } = usePanel();
  const { characterKeys } = store;
  return (
    <section class="section">
      <h3>Requests</h3>
      {store.surroundings.watching && <Switch name="keepAfterNavigation" />}
      <Switch name="filesTogether" />
      <Switch name="maskCredentials" />
      <Choice
        checked={characterKeys.value}
        onChange={(works) => {
          characterKeys.value = works;
        }}
      >
        <Sentence text={viewSettings.characterKeys.label} code="kbd" />
      </Choice>
    </section>
  );
}

function Switch({ name }: { readonly name: "keepAfterNavigation" | "filesTogether" | "maskCredentials" }) {
  const { store, actions } = usePanel();
  const settings = store.settings.value;
  return (
    <Choice checked={settings[name]} onChange={(isOn) => actions.changeSettings({ ...settings, [name]: isOn })}>
      <Sentence text={settingDeclarations[name].label} />
    </Choice>
  );
}

function ListColumns() {
  const { store } = usePanel();
  const hidden = store.hiddenColumns.value;
  return (
    <section class="section">
      <h3>{viewSettings.hiddenColumns.label}</h3>
      <div class="settings-choices">
        {columns
          .filter(({ stays }) => !stays)
          .map(({ id, label }) => (
            <Choice
              key={id}
              checked={!hidden.includes(id)}
              onChange={(shows) => {
                const others = hidden.filter((each) => each !== id);
                store.hiddenColumns.value = shows ? others : [...others, id];
              }}
            >
              {label}
            </Choice>
          ))}
      </div>
      <DialogButtons>
        <button
          type="button"
          class="button"
          disabled={Object.keys(store.columnWidths.value).length === 0}
          onClick={() => {
            store.columnWidths.value = viewSettings.columnWidths.initial;
          }}
        >
          Reset the widths
        </button>
      </DialogButtons>
    </section>
  );
}

function SeenHosts() {
  const { store } = usePanel();
  const hosts = store.hosts.value;
  return (
    <section class="section">
      <h3>Hosts seen</h3>
      {hosts.length === 0 ? <p>None yet.</p> : <HostList hosts={hosts} />}
    </section>
  );
}
