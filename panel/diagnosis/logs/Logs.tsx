import { FixList } from "../../advice/FixList.tsx";
import { Links } from "../../advice/Links.tsx";
import type { DiagnosisSection } from "../section.ts";

const isFolded = () => false;

/** How the API's owner finds the request in the logs. Folded, since few need it; so are the next two. */
export const logs: DiagnosisSection = {
  id: "logs",
  title: "Logs",
  note: () => "find this request in the API's logs",
  opens: isFolded,
  applies: ({ explanation: { diagnosis } }) => diagnosis.owner.logs.length > 0,
  View: ({ details: { explanation } }) => <FixList fixes={explanation.diagnosis.owner.logs} />,
};

/** AWS's own automation. */
export const runbook: DiagnosisSection = {
  id: "runbook",
  title: "Runbook",
  note: () => "let AWS's own automation read the logs",
  opens: isFolded,
  applies: ({ explanation: { diagnosis } }) => diagnosis.owner.runbook.length > 0,
  View: ({ details: { explanation } }) => <FixList fixes={explanation.diagnosis.owner.runbook} />,
};

/** The console's pages. */
export const awsConsole: DiagnosisSection = {
  id: "console",
  title: "Console",
  note: () => "pages of the API in the AWS console",
  opens: isFolded,
  applies: ({ explanation: { diagnosis } }) => diagnosis.owner.console.length > 0,
  View: ({ details: { explanation } }) => <Links links={explanation.diagnosis.owner.console} />,
};
