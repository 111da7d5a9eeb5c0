import { askAuthorizer } from "./authorizer.ts";
import type { Caller, GatewayState } from "./call.ts";
import type { Account, WebSocketApi } from "./definition.ts";
import { refuseAsRest } from "./envelope.ts";
import { verifySignature } from "./iam.ts";
import { decide } from "./policy.ts";
import { authorizerDenied, invokeDenied, missingAuthenticationToken, type Refusal } from "./refusals.ts";
import type { GatewayRequest } from "./request.ts";
import type { Outcome } from "./response.ts";

/** The handshake went through. */
export interface Connected {
  readonly kind: "connected";
  readonly api: WebSocketApi;
}

interface ConnectCall {
  readonly request: GatewayRequest;
  readonly account: Account;
  readonly state: GatewayState;
  readonly api: WebSocketApi;
  readonly stage: { readonly name: string };
  readonly path: string;
}

/** `$connect`: the only route of a WebSocket API that can have an authorizer, and the only one refused over HTTP. */
export function connect(call: ConnectCall): Outcome | Connected {
  if (!call.request.upgrade) return refuseAsRest(missingAuthenticationToken(), call.api);
  const refusal = authorize(call);
  // A handshake's denial spells the key `message`, unlike a REST API's.
  return refusal ? refuseAsRest({ ...refusal, key: "message" }, call.api) : { kind: "connected", api: call.api };
}

function authorize(call: ConnectCall): Refusal | undefined {
  const { request, account, api, state, stage } = call;
  const arn = `arn:aws:execute-api:${api.region}:${account.id}:${api.id}/${stage.name}/$connect`;
  if (api.connect === "NONE") return undefined;
  const caller =
    api.connect === "AWS_IAM"
      ? verifySignature(request, account, api.region, api.wording)
      : askAuthorizer(api.connect, request, arn, `${api.id}/${stage.name}`, state);
  return caller.kind === "refusal" ? caller : checkPolicies(caller, arn, api);
}

function checkPolicies(caller: Caller, arn: string, api: WebSocketApi): Refusal | undefined {
  if (caller.kind === "anonymous") return undefined;
  const documents = caller.kind === "iam" ? caller.policies : [caller.policy];
  const decision = decide(documents, {
    action: "execute-api:Invoke",
    resource: arn,
    principalArn: caller.kind === "iam" ? caller.arn : undefined,
    conditionKeys: new Map(),
  });
  if (decision === "Allow") return undefined;
  const explicit = decision === "Deny";
  return caller.kind === "iam"
    ? invokeDenied(caller.arn, arn, explicit, "identity-based", api.wording)
    : authorizerDenied(explicit, api.wording);
}
