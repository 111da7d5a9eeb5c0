import { counted } from "../elements/wording.ts";
import { usePanel } from "../store/panel-context.ts";
import "../elements/link-button.css";
import "./status-bar.css";

/** Counts everything seen so far. */
export function StatusBar() {
  const { store } = usePanel();
  const refused = store.refused.value;
  const { requests, pending } = store.tally.value;
  const { evicted } = store.capture.value;
  const ours = refused.filter(({ verdict }) => verdict?.apiGateway);
  const causes = new Set(refused.map(({ verdict }) => verdict?.finding)).size;
  const openHosts = () => {
    store.dialog.value = "settings";
  };
  return (
    <footer class="status-bar">
      <span>
        {(requests + evicted.allowed + evicted.refused).toLocaleString("en")}
        <span class="status-bar-wide-only"> requests</span> seen
      </span>
      <span role="status">
        {refused.length.toLocaleString("en")} refused
        <span class="page-offscreen">, {counted(causes, "root cause")}</span>
      </span>
      <span>{ours.length.toLocaleString("en")} by API Gateway</span>
      {causes > 0 && (
        <span class="status-bar-wide-only" aria-hidden="true">
          {counted(causes, "root cause")}
        </span>
      )}
      <button
        type="button"
        class="link-button link-button-alone"
        title="Which hosts were taken for API Gateway, and why"
        onClick={openHosts}
      >
        {counted(store.hosts.value.length, "host")}
      </button>
      {pending > 0 && <span role="status">diagnosing, {pending.toLocaleString("en")} to go</span>}
      <MissedBefore />
      <span class="status-bar-promise">everything stays on this machine</span>
    </footer>
  );
}

/** Says that requests may be missing; the empty state says it in full. */
function MissedBefore() {
  const { store, actions } = usePanel();
  if (store.capture.value.pageLoadSeen || actions.reload === null) return null;
  const title = "What the page requested before DevTools were open is missing. Reload it to capture everything.";
  return (
    <button type="button" class="link-button link-button-alone" title={title} onClick={actions.reload}>
      page load not seen
    </button>
  );
}
