import type { HostClass } from "../../src/session/session.ts";
import { lineText } from "../elements/display-text.ts";
import { Icon } from "../elements/Icon.tsx";
import { Sentence } from "../elements/Sentence.tsx";
import { counted } from "../elements/wording.ts";
import { usePanel } from "../store/panel-context.ts";
import "./hosts.css";
import "../elements/link-button.css";

/** Every host that was seen, whether it is API Gateway's, and why. */
export function HostList({ hosts }: { readonly hosts: readonly HostClass[] }) {
  const takenFirst = hosts.toSorted(
    (one, other) => Number(other.isApiGateway) - Number(one.isApiGateway) || other.requests - one.requests,
  );
  return (
    <table class="hosts">
      <thead>
        <tr>
          <th scope="col">Host</th>
          <th scope="col">API Gateway</th>
          <th scope="col">Kind</th>
          <th scope="col" class="hosts-count">
            Requests
          </th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {takenFirst.map((standing) => (
          <HostLine key={standing.host} standing={standing} />
        ))}
      </tbody>
    </table>
  );
}

function HostLine({ standing }: { readonly standing: HostClass }) {
  const { host, label, isApiGateway: taken, why, requests } = standing;
  return (
    <tr class={taken ? "hosts-taken" : "hosts-not-taken"}>
      <th scope="row" title={lineText(host, 300)}>
        {lineText(host, 300)}
      </th>
      <td>
        <span class="hosts-standing">
          <Icon name={taken ? "tick" : "close"} />
          {taken ? "yes" : "no"}
        </span>
      </td>
      <td>{lineText(label, 100)}</td>
      <td class="hosts-count" aria-label={counted(requests, "request")}>
        {requests.toLocaleString("en")}
      </td>
      <td class="hosts-why">
        {why.map((sentence, index) => (
          <div key={index}>
            <Sentence text={sentence} />
          </div>
        ))}
        {!taken && <TakeButton host={host} />}
      </td>
    </tr>
  );
}

function TakeButton({ host }: { readonly host: string }) {
  const { store, actions } = usePanel();
  const take = () => {
    const settings = store.settings.value;
    actions.changeSettings({ ...settings, apiHosts: [...settings.apiHosts, host] });
  };
  return (
    <button type="button" class="link-button" aria-label={`This is my API: ${lineText(host, 200)}`} onClick={take}>
      This is my API
    </button>
  );
}
