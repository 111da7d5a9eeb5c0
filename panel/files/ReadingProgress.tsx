import { lineText } from "../elements/display-text.ts";
import { sizeText } from "../elements/wording.ts";
import { usePanel } from "../store/panel-context.ts";
import "../elements/button.css";
import "./reading.css";

/** Smaller files, in bytes, are read before anybody sees a bar. */
const leastShown = 2_000_000;

/** The progress of reading a file, with a button that stops it. */
export function ReadingProgress() {
  const { store, actions } = usePanel();
  const reading = store.reading.value;
  if (reading === null || reading.size < leastShown) return null;
  const { file, read, size } = reading;
  const name = lineText(file, 120);
  return (
    <section class="reading" aria-label="Reading">
      <span role="status" class="reading-name">
        Reading {name}
      </span>
      <progress value={read} max={Math.max(1, size)} aria-label={`Read of ${name}`} />
      <span>{sizeText(read, size)}</span>
      <button type="button" class="button" title="Stop reading; what was read stays" onClick={actions.stopReading}>
        Stop
      </button>
    </section>
  );
}
