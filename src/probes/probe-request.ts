import type { NameValue } from "../capture/entry.ts";
import { type CommandTexts, command, commandOf } from "../commands/command.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { redactHeader, redactUrl } from "../privacy/redaction.ts";

/** A request header that holds a credential; a check may carry it as the diagnosed request did, and never another. */
export type CredentialHeader = "authorization";

/** The request that a check makes: what is shown as a command and what is sent both follow from it. */
export interface ProbeRequest {
  readonly method: string;
  readonly url: string;
  /** Headers that are no credentials. */
  readonly headers: readonly NameValue[];
  /** Credentials of the diagnosed request that go along. */
  readonly carries: readonly CredentialHeader[];
  /** No User-Agent goes along, since the diagnosed request had none. */
  readonly namesNoClient?: true;
}

/** A request with neither headers nor credentials. */
export function plainRequest(method: string, url: string): ProbeRequest {
  return { method, url, headers: [], carries: [] };
}

/** How a program names itself that asks about a request of which no headers are shown. */
const ownName = "apigw403";

/**
 * The request with the User-Agent of the diagnosed one, so that a firewall treats both alike; with none where that is
 * shown to have had none.
 */
export function namingClient(wanted: ProbeRequest, { request }: Exchange): ProbeRequest {
  if (wanted.headers.some(({ name }) => name === "user-agent")) return wanted;
  const value = request.headers.get("user-agent") ?? (request.headersShown ? null : ownName);
  if (value === null) return { ...wanted, namesNoClient: true };
  return { ...wanted, headers: [...wanted.headers, { name: "user-agent", value }] };
}

/** The request as a curl command for people: credentials are shell variables, other secrets placeholders. */
export function curlOf({ method, url, headers, carries, namesNoClient }: ProbeRequest): CommandTexts {
  const unnamed = namesNoClient ? [command`-H user-agent:`] : [];
  const sent = headers.map(({ name, value }) => command`-H ${`${name}: ${redactHeader(name, value)}`}`);
  return commandOf(
    flags(method),
    ...sent,
    ...unnamed,
    ...carries.map((name) => carriedBy[name]),
    command`${redactUrl(url)}`,
  );
}

const carriedBy: Readonly<Record<CredentialHeader, CommandTexts>> = {
  authorization: command`-H "Authorization: $AUTHORIZATION"`,
};

function flags(method: string): CommandTexts {
  if (method === "GET") return command`curl -si`;
  return method === "HEAD" ? command`curl -sI` : command`curl -si -X ${method}`;
}
