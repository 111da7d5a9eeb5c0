import type { NameValue } from "../capture/entry.ts";
import { type CommandTexts, command, commandOf } from "../commands/command.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { redactHeader, redactUrl } from "../privacy/redaction.ts";

/** A request header with a credential. A probe may carry the value of the diagnosed request, never another. */
export type CredentialHeader = "authorization";

/** The request of a probe. The command that is shown and the request that is sent are both made from it. */
export interface ProbeRequest {
  readonly method: string;
  readonly url: string;
  /** Headers without credentials. */
  readonly headers: readonly NameValue[];
  /** Credentials of the diagnosed request to send. */
  readonly carries: readonly CredentialHeader[];
  /** Sends no User-Agent, since the diagnosed request had none. */
  readonly namesNoClient?: true;
}

/** A request with neither headers nor credentials. */
export function plainRequest(method: string, url: string): ProbeRequest {
  return { method, url, headers: [], carries: [] };
}

/** The User-Agent of probes where the capture shows no headers of the diagnosed request. */
const ownName = "apigw403";

/**
 * The request with the User-Agent of the diagnosed one, so that a firewall treats both alike; without one where the
 * capture shows that the diagnosed request had none.
 */
export function namingClient(wanted: ProbeRequest, { request }: Exchange): ProbeRequest {
  if (wanted.headers.some(({ name }) => name === "user-agent")) return wanted;
  const value = request.headers.get("user-agent") ?? (request.headersLeftOut === null ? null : ownName);
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
