import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { hostsFromText, invalidHosts } from "../../src/session/settings.ts";
import { lineText } from "../display-text.ts";
import { HostList } from "./HostList.tsx";
import { Icon } from "./Icon.tsx";
import { usePanel } from "./panel-context.ts";

/** The settings, and every host with what it was taken for, in a modal dialog. */
export function Settings() {
  const { store } = usePanel();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = store.settingsOpen.value;
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  const close = () => {
    store.settingsOpen.value = false;
  };
  return (
    <dialog ref={dialog} class="settings" aria-labelledby="settings-title" onClose={close}>
      <div class="headline">
        <h2 id="settings-title">Settings</h2>
        <button type="button" class="tool" aria-label="Close the settings" title="Close (Escape)" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <ApiHosts />
      <SeenHosts />
    </dialog>
  );
}

function ApiHosts() {
  const { store, actions } = usePanel();
  const { settings, storageRefused } = store;
  const { apiHosts } = settings.value;
  const [text, setText] = useState(apiHosts.join("\n"));
  // Hosts are also added from the table below.
  useEffect(() => setText(apiHosts.join("\n")), [apiHosts]);
  const invalid = invalidHosts(hostsFromText(text));
  const save = () => actions.changeSettings({ ...settings.value, apiHosts: hostsFromText(text) });
  return (
    <section class="section">
      <h3>
        <label for="api-hosts">My API hosts</label>
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
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={save}
      />
      <p id="api-hosts-state" class="field-state" aria-live="polite">
        {invalid.length > 0 && `No host can have this name: ${invalid.map((host) => lineText(host, 80)).join(", ")}`}
        {storageRefused.value && "The browser refused to store this. It holds until the panel is closed."}
      </p>
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
