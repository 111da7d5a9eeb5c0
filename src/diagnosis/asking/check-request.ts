import { redactUrl } from "../../exchange/redaction.ts";
import type { NameValue } from "../../har/entry.ts";
import { type CommandTexts, command, commandOf } from "../command.ts";

/** A request header that holds a credential; a check may carry it as the diagnosed request did, and never another. */
export type CredentialHeader = "authorization";

/** The request that a check makes: what is shown as a command and what is sent both follow from it. */
export interface CheckRequest {
  readonly method: string;
  readonly url: string;
  /** Headers that are no credentials. */
  readonly headers: readonly NameValue[];
  /** Credentials of the diagnosed request that go along. */
  readonly carries: readonly CredentialHeader[];
}

/** A request with neither headers nor credentials. */
export function plainRequest(method: string, url: string): CheckRequest {
  return { method, url, headers: [], carries: [] };
}

/** The request as a curl command for people: credentials are shell variables, other secrets placeholders. */
export function curlOf({ method, url, headers, carries }: CheckRequest): CommandTexts {
  const sent = headers.map(({ name, value }) => command`-H ${`${name}: ${value}`}`);
  return commandOf(flags(method), ...sent, ...carries.map((name) => carriedBy[name]), command`${redactUrl(url)}`);
}

const carriedBy: Readonly<Record<CredentialHeader, CommandTexts>> = {
  authorization: command`-H "Authorization: $AUTHORIZATION"`,
};

function flags(method: string): CommandTexts {
  if (method === "GET") return command`curl -si`;
  return method === "HEAD" ? command`curl -sI` : command`curl -si -X ${method}`;
}
