import { lineText } from "../display-text.ts";
import { counted } from "../wording.ts";
import { usePanel } from "./panel-context.ts";

/** What was seen so far, in numbers. */
export function StatusBar() {
  const { store } = usePanel();
  const diagnoses = store.findings.value.map(({ explanation }) => explanation.diagnosis);
  const session = store.examination.value?.session;
  const ours = diagnoses.filter(({ apiGateway }) => apiGateway);
  const causes = new Set(diagnoses.map(({ cause }) => cause)).size;
  const openHosts = () => {
    store.settingsOpen.value = true;
  };
  return (
    <footer class="status-bar">
      <span>
        {(session?.exchanges.length ?? 0).toLocaleString("en")}
        <span class="wide-only"> requests</span> seen
      </span>
      <span role="status">
        {diagnoses.length.toLocaleString("en")} refused
        <span class="offscreen">, {counted(causes, "cause")}</span>
      </span>
      <span>{ours.length.toLocaleString("en")} by API Gateway</span>
      {causes > 0 && (
        <span class="wide-only" aria-hidden="true">
          {counted(causes, "cause")}
        </span>
      )}
      <button type="button" class="linkish" title="Which hosts were taken for API Gateway, and why" onClick={openHosts}>
        {counted(session?.hosts.length ?? 0, "host")}
      </button>
      {store.reading.value !== null && <span role="status">reading {lineText(store.reading.value, 80)} …</span>}
      <span class="promise">everything stays on this machine</span>
    </footer>
  );
}
