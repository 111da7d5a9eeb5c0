import { commandFor } from "../../../src/commands/shells.ts";
import { liveFile } from "../../../src/session/recording.ts";
import type { Details } from "../../../src/worker/protocol.ts";
import { CopyButton } from "../../elements/CopyButton.tsx";
import { lineText } from "../../elements/display-text.ts";
import { Icon } from "../../elements/Icon.tsx";
import { counted } from "../../elements/wording.ts";
import { usePanel } from "../../store/panel-context.ts";
import type { DiagnosisSection } from "../section.ts";
import { RequestDetails } from "./RequestDetails.tsx";
import "../../advice/advice.css";
import "../../elements/button.css";
import "./request.css";

/** The request itself, and those that it stopped. */
export const request: DiagnosisSection = {
  id: "request",
  title: "Request",
  note: (_, { settings }) =>
    `credentials are ${settings.value.maskCredentials ? "hidden" : "shown, as the settings say"}`,
  applies: () => true,
  View: Request,
};

function Request({ details }: { readonly details: Details }) {
  const { store } = usePanel();
  const { exchange, stopped } = details;
  return (
    <>
      <div class="request-actions">
        <CopyButton
          text={commandFor(details.curl, store.shell.value)}
          what="the request as curl, secrets as shell variables"
          label="Copy as cURL"
        />
        <Origin details={details} />
      </div>
      <RequestDetails key={details.key} exchange={exchange} open={false} spot={store.detail.spot.value} />
      {stopped.length > 0 && <p class="advice">It stopped {counted(stopped.length, "request")} behind it:</p>}
      {stopped.map((each) => (
        <RequestDetails key={each.key} exchange={each} open={store.selected.value === each.key} />
      ))}
    </>
  );
}

function Origin({ details }: { readonly details: Details }) {
  const { store, actions } = usePanel();
  const { file, entry, method, url } = details.explanation.diagnosis;
  const reveal = actions.revealInNetwork;
  if (file !== liveFile) {
    return (
      <p class="request-origin">
        Entry {entry} of {lineText(file, 200)}
      </p>
    );
  }
  const { watching, limits } = store.surroundings;
  if (!watching) return null;
  if (reveal === null) return limits.reveal && <p class="request-origin">{limits.reveal}</p>;
  const { hostname, pathname } = new URL(url);
  const show = () => reveal(`method:${method} domain:${hostname} ${pathname}`);
  return (
    <button type="button" class="button" onClick={show}>
      <Icon name="network" /> Show in the Network panel
    </button>
  );
}
