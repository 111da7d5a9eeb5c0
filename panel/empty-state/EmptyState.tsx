import type { Tally } from "../../src/worker/protocol.ts";
import { Icon } from "../elements/Icon.tsx";
import { counted } from "../elements/wording.ts";
import { OpenFilesButton } from "../files/OpenFilesButton.tsx";
import { HostList } from "../hosts/HostList.tsx";
import { usePanel } from "../store/panel-context.ts";
import "../elements/button.css";
import "./empty-state.css";
import "../elements/link-button.css";
import "../elements/text.css";

/** Replaces the list while it is empty: counts the requests seen, and says what to do. */
export function EmptyState() {
  const { store } = usePanel();
  const { requests, pending } = store.tally.value;
  return (
    <div class="empty-state">
      {pending > 0 && <Diagnosing pending={pending} />}
      {pending === 0 && requests > 0 && <NothingRefused />}
      {requests === 0 && (store.surroundings.watching ? <Watching /> : <FilesOnly />)}
    </div>
  );
}

function Diagnosing({ pending }: { readonly pending: number }) {
  return (
    <>
      <h2>Diagnosing {counted(pending, "refused request")}</h2>
      <p>Each appears here as soon as its cause is known.</p>
    </>
  );
}

function NothingRefused() {
  const { store } = usePanel();
  const openSettings = () => {
    store.dialog.value = "settings";
  };
  return (
    <>
      <h2>No request was refused</h2>
      <p data-testid="counts">{countsOf(store.tally.value, store.hosts.value.length)}</p>
      <p>
        Refused means: status 403, a gateway error under another status, a WAF challenge, or a preflight or WebSocket
        handshake that was turned away.
      </p>
      <MissedBefore />
      <EmptyButtons />
      <Filtered />
      <h3>Hosts, and what they were taken for</h3>
      <HostList hosts={store.hosts.value} />
      <p>
        A custom domain can look like any other host. If one of these is your API, say so here or{" "}
        <button type="button" class="link-button" onClick={openSettings}>
          list your API hosts in the settings
        </button>
        .
      </p>
    </>
  );
}

function countsOf({ requests, toApiGateway }: Tally, hosts: number): string {
  const seen = `${counted(requests, "request")} to ${counted(hosts, "host")}`;
  return `${seen}, ${toApiGateway === 0 ? "none" : toApiGateway.toLocaleString("en")} to API Gateway, none refused.`;
}

function Watching() {
  const { store, actions } = usePanel();
  const { paused, heldBack } = store.capture.value;
  return (
    <>
      <h2>{paused ? "Recording is paused" : "Waiting for requests"}</h2>
      {paused ? (
        <p>
          {counted(heldBack, "request")} held back. They are shown when the{" "}
          <button type="button" class="link-button" onClick={actions.resume}>
            recording goes on
          </button>
          .
        </p>
      ) : (
        <p>Do in the page what fails, or reload it. Each refused request appears here with its cause.</p>
      )}
      <MissedBefore />
      <EmptyButtons />
      <p class="text-quiet">Or drop HAR files anywhere, or paste one.</p>
      <Filtered />
    </>
  );
}

/** DevTools list no requests from before they were opened. */
function MissedBefore() {
  const { store } = usePanel();
  if (!store.surroundings.watching || store.capture.value.pageLoadSeen) return null;
  return (
    <p>
      No load of a page was seen yet. What the page requested before DevTools were open is missing: reload it to capture
      everything.
    </p>
  );
}

function FilesOnly() {
  const { installed } = usePanel().store.surroundings;
  return (
    <>
      <h2>Drop HAR files here</h2>
      <p>
        Each refused request in them is listed with its cause. Several files at once are fine, and so is pasting one.
      </p>
      <EmptyButtons />
      <p class="text-quiet">
        {installed
          ? "To watch a page as it runs, open DevTools (F12) on it and choose the tab “API Gateway 403”."
          : "DevTools (F12) write a HAR file of what they recorded: look for Export or Save in the Network panel."}
      </p>
    </>
  );
}

function EmptyButtons() {
  const { actions } = usePanel();
  return (
    <p class="button-row">
      {actions.reload !== null && (
        <button type="button" class="button" onClick={actions.reload}>
          <Icon name="reload" /> Reload the page
        </button>
      )}
      <OpenFilesButton class="button">
        <Icon name="open" /> Open HAR files
      </OpenFilesButton>
      <button type="button" class="button" onClick={actions.showExample}>
        <Icon name="example" /> Show an example
      </button>
    </p>
  );
}

function Filtered() {
  const { store } = usePanel();
  const { watching, limits } = store.surroundings;
  if (!watching || limits.filtered === null) return null;
  return <p class="text-quiet">{limits.filtered}</p>;
}
