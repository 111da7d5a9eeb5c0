import type { Finding } from "../../../src/diagnosis/finding.ts";
import { keyOf } from "../../../src/diagnosis/place.ts";
import type { Row } from "../../../src/worker/protocol.ts";
import { lineText } from "../../elements/display-text.ts";
import { RequestPath } from "../../elements/RequestPath.tsx";
import { counted, timeOfDay } from "../../elements/wording.ts";
import { usePanel } from "../../store/panel-context.ts";
import { revealRow } from "../../store/reveal-row.ts";
import type { DiagnosisSection } from "../section.ts";
import "./finding-requests.css";
import "../../elements/path.css";
import "../../elements/text.css";

/** At most this many are shown; the list has all. */
const shown = 12;

/** The requests of a root cause, each of which leads to its own diagnosis. */
export const requests: DiagnosisSection = {
  id: "requests",
  title: "Its requests",
  applies: ({ finding }) => finding !== null && finding.requests.length > 1,
  View: ({ details: { finding } }) => finding && <FindingRequests finding={finding} />,
};

function FindingRequests({ finding }: { readonly finding: Finding }) {
  const { store } = usePanel();
  const rows = new Map(store.rows.value.map((row) => [row.key, row]));
  const listed = finding.requests.slice(0, shown).flatMap((place) => rows.get(keyOf(place)) ?? []);
  const rest = finding.requests.length - shown;
  return (
    <>
      <ul class="finding-requests">
        {listed.map((row) => (
          <li key={row.key}>
            <RequestChoice row={row} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="text-quiet">and {counted(rest, "more", "more")} in the list</p>}
    </>
  );
}

function RequestChoice({ row }: { readonly row: Row }) {
  const { store } = usePanel();
  return (
    <button type="button" class="finding-requests-choice" onClick={() => revealRow(row.key, store)}>
      <span class="finding-requests-status">{row.status}</span>
      <span>{lineText(row.method, 20)}</span>
      <span class="path">
        <RequestPath url={row.url} stage={row.stage} />
      </span>
      {row.startedAt !== null && <span class="text-quiet">{timeOfDay(row.startedAt)}</span>}
    </button>
  );
}
