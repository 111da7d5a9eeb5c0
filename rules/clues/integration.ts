import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { responseBody } from "../../src/diagnosis/quote.ts";
import { isAwsServiceError } from "./neighbours.ts";

/** Clues about an AWS service that an integration calls. */

/** `User: <arn> is not authorized to perform: <service>:<Action> on resource: <arn>`, in JSON or in XML. */
const denial =
  /User: (\S{1,2048}) is not authorized to perform: "?([a-z0-9-]{1,40}):(\w{1,64})(?:"? on resource: "?(arn:[^\s"\\<]{1,2048}))?/;

interface DeniedBehind {
  readonly who: string;
  readonly action: string;
  /** Null where the body names none. */
  readonly resource: string | null;
}

/** What a service behind the API denied; null where the body says nothing of the kind. */
export function deniedBehind({ exchange: { response } }: Case): DeniedBehind | null {
  const [, who, service, action, resource = null] =
    denial.exec(response.body.known ? response.body.value.slice(0, 8000) : "") ?? [];
  return who === undefined || service === "execute-api" ? null : { who, action: `${service}:${action}`, resource };
}

export const serviceRefused = clue({
  id: "service-refused",
  holds: "the denial is about an action of another service",
  ask: (subject) => {
    const denied = deniedBehind(subject);
    return denied === null
      ? isAwsServiceError.ask(subject)
      : yes`the body denies ${responseBody(denied.action)}, an action of another service than API Gateway`;
  },
});

/** The session name that API Gateway chooses when it takes on the role of an integration. */
export const deniesIntegrationsRole = clue({
  id: "denies-integrations-role",
  holds: "the denial names the role of an integration",
  ask: (subject) => {
    const { body } = subject.exchange.response;
    if (!body.known) return cannotTell("the body of the response", body.why);
    const who = deniedBehind(subject)?.who;
    return who?.endsWith("/BackplaneAssumeRoleSession")
      ? yes`${responseBody(who)} is the role of an integration: API Gateway names its sessions so`
      : no("the body names no session of an integration's role");
  },
});
