import type { Case } from "../../src/diagnosis/case.ts";
import { redactText } from "../../src/privacy/redaction.ts";

/** Facts for advice about calls of AWS services other than API Gateway. */

/** Where the word in the host is not the one in signatures. */
const signedAs: Readonly<Record<string, string>> = {
  neptune: "neptune-db",
  "appsync-api": "appsync",
  "appsync-realtime-api": "appsync",
  aos: "es",
  auth: "cognito-idp",
};

/** The service as signatures name it, as far as the host tells. */
export function serviceOf({ exchange: { host } }: Case): string {
  const named = host.service ?? "SERVICE";
  return signedAs[named] ?? named;
}

/** A call that a service denied: who, what, and on which resource, if the message names one. */
export interface DeniedServiceCall {
  readonly user: string;
  readonly action: string;
  readonly resource: string | null;
}

/** Reads "User: X is not authorized to perform: service:Action on resource: Y"; null for any other message. */
export function deniedServiceCall({ refusal }: Case): DeniedServiceCall | null {
  if (!refusal.known) return null;
  const found = /User: (\S+) is not authorized to perform: "?([\w-]+:\w+)"?(?: on resource: (\S+))?/.exec(
    refusal.value.message,
  );
  if (found === null) return null;
  const [, user = "", action = "", resource] = found;
  return { user: redactText(user), action, resource: resource === undefined ? null : redactText(resource) };
}
