import type { Reading } from "../../src/examiner/messages.ts";
import { lineText } from "../display-text.ts";
import { counted, sizeText } from "../wording.ts";
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
      {reading !== null && <ReadingProgress reading={reading} />}
      <span class="promise">everything stays on this machine</span>
    </footer>
  );
}

function ReadingProgress({ reading: { file, read, size } }: { readonly reading: Reading }) {
  const { actions } = usePanel();
  const name = lineText(file, 80);
  return (
    <span class="reading">
      <span role="status">reading {name}</span>
      <progress value={read} max={Math.max(1, size)} aria-label={`Read of ${name}`} />
      <span>{sizeText(read, size)}</span>
      <button type="button" class="linkish" onClick={() => actions.stopReading()}>
        stop
      </button>
    </span>
  );
}
