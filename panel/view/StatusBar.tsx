import { lineText } from "../display-text.ts";
import { counted } from "../wording.ts";
import { usePanel } from "./panel-context.ts";

/** What was seen so far, in numbers. */
export function StatusBar() {
  const { store } = usePanel();
  const refused = store.refused.value;
  const reading = store.reading.value;
  const ours = refused.filter(({ verdict }) => verdict?.apiGateway);
  const causes = new Set(refused.map(({ verdict }) => verdict?.finding)).size;
  const openHosts = () => {
    store.settingsOpen.value = true;
  };
  return (
    <footer class="status-bar">
      <span>
        {store.tally.value.requests.toLocaleString("en")}
        <span class="wide-only"> requests</span> seen
      </span>
      <span role="status">
        {refused.length.toLocaleString("en")} refused
        <span class="offscreen">, {counted(causes, "root cause")}</span>
      </span>
      <span>{ours.length.toLocaleString("en")} by API Gateway</span>
      {causes > 0 && (
        <span class="wide-only" aria-hidden="true">
          {counted(causes, "root cause")}
        </span>
      )}
      <button type="button" class="linkish" title="Which hosts were taken for API Gateway, and why" onClick={openHosts}>
        {counted(store.hosts.value.length, "host")}
      </button>
      {reading !== null && <span role="status">reading {lineText(reading.file, 80)} …</span>}
      <span class="promise">everything stays on this machine</span>
    </footer>
  );
}
