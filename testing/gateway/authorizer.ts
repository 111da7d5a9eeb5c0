import { type Caller, type GatewayState, methodArn, routed, type Step } from "./call.ts";
import type { AuthorizerEvent, AuthorizerResult, IdentitySource, LambdaAuthorizer } from "./definition.ts";
import { verifySignature } from "./iam.ts";
import { authorizerBroken, type Refusal, unauthorized } from "./refusals.ts";
import { type GatewayRequest, queryParameter } from "./request.ts";

/** The method's authorization: none, a SigV4 signature, or a Lambda authorizer. It finds out who calls; policies follow. */
export const authorize: Step = (call) => {
  const { authorization } = routed(call).method;
  if (authorization === "NONE") return undefined;
  const { request, account, api, state } = call;
  const caller =
    authorization === "AWS_IAM"
      ? verifySignature(request, account, api.region, api.wording)
      : askAuthorizer(authorization, request, methodArn(call), `${api.id}/${call.stage.name}`, state);
  if (caller.kind === "refusal") return caller;
  call.caller = caller;
  return undefined;
};

/** Ask a Lambda authorizer, or its cache. `scope` is the API and stage that the cache belongs to. */
export function askAuthorizer(
  authorizer: LambdaAuthorizer,
  request: GatewayRequest,
  arn: string,
  scope: string,
  state: GatewayState,
): Caller | Refusal {
  const complete = readIdentity(authorizer.identitySources, request);
  // Identity sources are the cache's key: only with caching is a request without them refused unasked.
  if (!complete && authorizer.resultTtlInSeconds > 0) return unauthorized();
  const identity = complete ?? [];
  const event = { methodArn: arn, identity, request };
  const result = cached(authorizer, event, scope, state, () => authorizer.decide(event));
  if (result === "Unauthorized") return unauthorized();
  if (!isPolicyResult(result)) return authorizerBroken();
  return { kind: "authorizer", policy: result.policyDocument, usageIdentifierKey: result.usageIdentifierKey };
}

/** The values of all identity sources, or undefined where one is missing: API Gateway then doesn't call the function. */
export function readIdentity(sources: readonly IdentitySource[], request: GatewayRequest): string[] | undefined {
  const values = sources.map((source) =>
    source.in === "header" ? request.headers.get(source.name) : queryParameter(request, source.name),
  );
  const present = values.filter((value) => value !== undefined && value !== "");
  return present.length === values.length ? present.map(String) : undefined;
}

/**
 * The cache's key is the identity, not the method: a policy that names only the first method called refuses the second
 * for as long as it is cached.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html
 */
export function cached<Result>(
  authorizer: { name: string; resultTtlInSeconds: number },
  event: AuthorizerEvent,
  scope: string,
  state: GatewayState,
  ask: () => Result,
): Result {
  const now = event.request.receivedAt.getTime();
  const key = JSON.stringify([scope, authorizer.name, event.identity]);
  const known = state.authorizerResults.get(key);
  if (known && known.expires > now) return known.result as Result;
  const result = ask();
  if (authorizer.resultTtlInSeconds > 0 && result !== "Unauthorized")
    state.authorizerResults.set(key, { result, expires: now + authorizer.resultTtlInSeconds * 1000 });
  return result;
}

function isPolicyResult(result: unknown): result is AuthorizerResult {
  return typeof result === "object" && result !== null && "policyDocument" in result;
}
