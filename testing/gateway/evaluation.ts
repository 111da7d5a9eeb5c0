import { type Address, findAddress } from "./addressing.ts";
import { checkApiKey } from "./api-key.ts";
import { authorize } from "./authorizer.ts";
import { type GatewayState, type RestCall, routed, type Step } from "./call.ts";
import type { Account, RestApi } from "./definition.ts";
import { identify, refuseAsHttp, refuseAsRest } from "./envelope.ts";
import { evaluateHttpApi } from "./http-api.ts";
import { integrate } from "./integration.ts";
import { forbidden } from "./refusals.ts";
import type { GatewayRequest } from "./request.ts";
import { checkResourcePolicyDeny, checkVpcEndpointPolicy, combinePolicies } from "./resource-policy.ts";
import type { Outcome } from "./response.ts";
import { findMethod } from "./routing.ts";
import { checkClientCertificate } from "./tls.ts";
import { inspectByWebAcl } from "./waf.ts";
import { type Connected, connect } from "./websocket-connect.ts";

/** The order in which a REST API refuses, once host, mapping and stage are known. The first refusal is the response. */
const restSteps: readonly Step[] = [
  inspectByWebAcl,
  findMethod,
  checkVpcEndpointPolicy,
  checkResourcePolicyDeny,
  authorize,
  combinePolicies,
  checkApiKey,
];

/** What API Gateway returns for a request, from what the account has defined. */
export function evaluate(request: GatewayRequest, account: Account, state: GatewayState): Outcome | Connected {
  const tls = checkClientCertificate(request, account);
  if (tls?.kind === "cut") return tls;
  if (tls) return refuseAsRest(tls, undefined);
  const address = findAddress(request, account);
  if (address.kind === "no-address")
    return address.api?.kind === "HTTP" ? refuseAsHttp(address.refusal) : refuseAsRest(address.refusal, address.api);
  switch (address.api.kind) {
    case "REST":
      return evaluateRestApi(address.api, address, request, account, state);
    case "HTTP":
      return evaluateHttpApi({
        request,
        account,
        state,
        api: address.api,
        stage: { name: address.stage },
        path: address.path,
      });
    case "WEBSOCKET":
      return connect({ request, account, state, api: address.api, stage: { name: address.stage }, path: "/$connect" });
  }
}

function evaluateRestApi(
  api: RestApi,
  address: Address,
  request: GatewayRequest,
  account: Account,
  state: GatewayState,
): Outcome {
  const stage = api.stages.find((candidate) => candidate.name === address.stage);
  // A mapping may still name a stage that has been deleted.
  if (!stage) return refuseAsRest(forbidden("NONE"), api);
  const call: RestCall = {
    request,
    account,
    state,
    api,
    stage,
    path: address.path,
    vpcEndpoint: address.vpcEndpoint,
    route: undefined,
    caller: { kind: "anonymous" },
  };
  for (const step of restSteps) {
    const verdict = step(call);
    if (verdict?.kind === "refusal") return refuseAsRest(verdict, api);
    if (verdict) return identify(verdict, api);
  }
  return identify(integrate(routed(call).method.integration, request), api);
}
