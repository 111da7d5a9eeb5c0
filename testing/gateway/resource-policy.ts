import { type Caller, methodArn, type RestCall, routed, type Step } from "./call.ts";
import type { PolicyDocument, PolicyStatement } from "./definition.ts";
import { type Decision, decide, type PolicyQuestion } from "./policy.ts";
import { authorizerDenied, invokeDenied, type PolicyLayer, type Refusal } from "./refusals.ts";

/** The VPC endpoint's own policy, of which a perfect resource policy knows nothing. */
export const checkVpcEndpointPolicy: Step = (call) => {
  const policy = call.vpcEndpoint?.policy;
  if (!policy) return undefined;
  const decision = decide([policy], question(call));
  return decision === "Allow" ? undefined : deniedBy("VPC endpoint", call, decision === "Deny");
};

/**
 * An explicit deny is final before any authorizer runs. With AWS_IAM the caller is authenticated first, since the
 * policy may speak about principals.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export const checkResourcePolicyDeny: Step = (call) => {
  if (routed(call).method.authorization === "AWS_IAM") return undefined;
  return resourceDecision(call) === "Deny" ? deniedBy("resource-based", call, true) : undefined;
};

/** Resource policy and identity (IAM policies, or what the authorizer returned) together. */
export const combinePolicies: Step = (call) => {
  const identity = identityDecision(call);
  const resource = resourceDecision(call);
  if (identity === "Deny") return identityDenied(call, true);
  if (resource === "Deny") return deniedBy("resource-based", call, true);
  if (call.caller.kind === "anonymous") return anonymousMayPass(call, resource);
  if (isOtherAccount(call.caller, call)) return bothMustAllow(call, identity, resource);
  return identity === "Allow" || resource === "Allow" ? undefined : identityDenied(call, false);
};

function anonymousMayPass(call: RestCall, resource: Decision): Refusal | undefined {
  const needed = call.api.resourcePolicy !== undefined || call.api.endpointType === "PRIVATE";
  return needed && resource !== "Allow" ? deniedBy("resource-based", call, false) : undefined;
}

// Across accounts each of the two has to agree.
function bothMustAllow(call: RestCall, identity: Decision, resource: Decision): Refusal | undefined {
  if (identity !== "Allow") return identityDenied(call, false);
  return resource === "Allow" ? undefined : deniedBy("resource-based", call, false);
}

function isOtherAccount(caller: Caller, call: RestCall): boolean {
  return caller.kind === "iam" && caller.accountId !== call.account.id;
}

function identityDecision(call: RestCall): Decision {
  if (call.caller.kind === "anonymous") return "neither";
  const documents = call.caller.kind === "iam" ? call.caller.policies : [call.caller.policy];
  return decide(documents, question(call));
}

function resourceDecision(call: RestCall): Decision {
  return call.api.resourcePolicy ? decide([expand(call.api.resourcePolicy, call)], question(call)) : "neither";
}

function identityDenied(call: RestCall, explicit: boolean): Refusal {
  if (call.caller.kind === "authorizer") return authorizerDenied(explicit, call.api.wording);
  return deniedBy("identity-based", call, explicit);
}

function deniedBy(layer: PolicyLayer, call: RestCall, explicit: boolean): Refusal {
  const user = call.caller.kind === "iam" ? call.caller.arn : "anonymous";
  return invokeDenied(user, methodArn(call), explicit, layer, call.api.wording);
}

function question(call: RestCall): PolicyQuestion {
  const { request, caller } = call;
  return {
    action: "execute-api:Invoke",
    resource: methodArn(call),
    principalArn: caller.kind === "iam" ? caller.arn : undefined,
    conditionKeys: conditionKeys(call, request.headers.get("referer"), request.headers.get("user-agent")),
  };
}

// Behind a VPC endpoint aws:SourceIp doesn't exist; aws:VpcSourceIp and aws:SourceVpce do.
function conditionKeys(
  call: RestCall,
  referer: string | undefined,
  userAgent: string | undefined,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  keys.set(call.vpcEndpoint ? "aws:VpcSourceIp" : "aws:SourceIp", call.request.sourceIp);
  if (call.vpcEndpoint) keys.set("aws:SourceVpce", call.vpcEndpoint.id);
  if (referer !== undefined) keys.set("aws:Referer", referer);
  if (userAgent !== undefined) keys.set("aws:UserAgent", userAgent);
  return keys;
}

// `execute-api:/prod/GET/orders` is short for the API's own ARN.
function expand(policy: PolicyDocument, call: RestCall): PolicyDocument {
  const own = `arn:aws:execute-api:${call.api.region}:${call.account.id}:${call.api.id}`;
  const full = (resource: string) => resource.replace(/^execute-api:/, own);
  const statement = (original: PolicyStatement): PolicyStatement => ({
    ...original,
    Resource: typeof original.Resource === "string" ? full(original.Resource) : original.Resource.map(full),
  });
  return { Statement: policy.Statement.map(statement) };
}
