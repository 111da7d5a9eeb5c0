import { cached, readIdentity } from "./authorizer.ts";
import { type GatewayState, methodArn } from "./call.ts";
import type { Account, CorsConfiguration, HttpApi, HttpRoute, JwtAuthorizer, SimpleAuthorizer } from "./definition.ts";
import { identify, refuseAsHttp } from "./envelope.ts";
import { verifySignature } from "./iam.ts";
import { integrate } from "./integration.ts";
import { checkJwt } from "./jwt.ts";
import { decide } from "./policy.ts";
import { forbidden, notFound, unauthorized } from "./refusals.ts";
import type { GatewayRequest } from "./request.ts";
import { type Answer, answer, type HeaderPair } from "./response.ts";
import { matchPath } from "./routing.ts";

interface HttpCall {
  readonly request: GatewayRequest;
  readonly account: Account;
  readonly state: GatewayState;
  readonly api: HttpApi;
  readonly stage: { readonly name: string };
  readonly path: string;
}

/** An HTTP API: preflight from its CORS configuration, route (404 where there is none), authorizer, integration. */
export function evaluateHttpApi(call: HttpCall): Answer {
  return withCors(evaluateRoute(call), call);
}

function evaluateRoute(call: HttpCall): Answer {
  const route = findRoute(call);
  if (isPreflight(call.request) && call.api.cors && (route?.authorization ?? "NONE") === "NONE")
    return identify(answer(204, [], ""), call.api);
  if (!route) return refuseAsHttp(notFound());
  return authorize(route, call) ?? identify(integrate(route.integration, call.request), call.api);
}

function findRoute({ api, request, path }: HttpCall): HttpRoute | undefined {
  const forMethod = (method: string) => api.routes.filter((route) => route.key.startsWith(`${method} `));
  const pathOf = (route: HttpRoute) => route.key.slice(route.key.indexOf(" ") + 1);
  const exact = matchPath(forMethod(request.method), pathOf, path) ?? matchPath(forMethod("ANY"), pathOf, path);
  return exact ?? api.routes.find((route) => route.key === "$default");
}

function authorize(route: HttpRoute, call: HttpCall): Answer | undefined {
  const { authorization } = route;
  if (authorization === "NONE") return undefined;
  if (authorization === "AWS_IAM") return authorizeByIam(call);
  return authorization.kind === "JWT"
    ? authorizeByJwt(authorization, route.scopes ?? [], call)
    : authorizeByFunction(authorization, call);
}

// Unsigned, badly signed and not permitted: an HTTP API says Forbidden to all three, without an error type.
function authorizeByIam(call: HttpCall): Answer | undefined {
  const caller = verifySignature(call.request, call.account, call.api.region, "2025");
  if (caller.kind !== "iam") return refuseAsHttp(forbidden("NONE"));
  const question = {
    action: "execute-api:Invoke",
    resource: methodArn(call),
    principalArn: caller.arn,
    conditionKeys: new Map<string, string>(),
  };
  return decide(caller.policies, question) === "Allow" ? undefined : refuseAsHttp(forbidden("NONE"));
}

function authorizeByJwt(authorizer: JwtAuthorizer, scopes: readonly string[], call: HttpCall): Answer | undefined {
  const [identity] = readIdentity([authorizer.identitySource], call.request) ?? [];
  if (identity === undefined) return refuseAsHttp(unauthorized(), [["www-authenticate", "Bearer"]]);
  const verdict = checkJwt(identity.replace(/^Bearer /i, ""), authorizer, scopes, call.request.receivedAt);
  if (verdict.kind === "valid") return undefined;
  return refuseAsHttp(verdict.kind === "insufficient-scope" ? forbidden("NONE") : unauthorized(), [
    ["www-authenticate", verdict.challenge],
  ]);
}

function authorizeByFunction(authorizer: SimpleAuthorizer, call: HttpCall): Answer | undefined {
  const identity = readIdentity(authorizer.identitySources, call.request);
  if (!identity) return refuseAsHttp(unauthorized());
  const event = { methodArn: methodArn(call), identity, request: call.request };
  const allowed = cached(authorizer, event, call.api.id, call.state, () => authorizer.isAuthorized(event));
  return allowed ? undefined : refuseAsHttp(forbidden("NONE"));
}

function isPreflight(request: GatewayRequest): boolean {
  return (
    request.method === "OPTIONS" &&
    request.headers.get("origin") !== undefined &&
    request.headers.get("access-control-request-method") !== undefined
  );
}

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
function withCors(given: Answer, { api, request }: HttpCall): Answer {
  const origin = request.headers.get("origin");
  if (!api.cors || origin === undefined || !allows(api.cors, origin)) return given;
  const headers: HeaderPair[] = [["access-control-allow-origin", api.cors.allowOrigins.includes("*") ? "*" : origin]];
  if (isPreflight(request))
    headers.push(
      ["access-control-allow-methods", api.cors.allowMethods.join(",")],
      ["access-control-allow-headers", api.cors.allowHeaders.join(",")],
    );
  return { ...given, headers: [...given.headers, ...headers] };
}

function allows(cors: CorsConfiguration, origin: string): boolean {
  return cors.allowOrigins.includes("*") || cors.allowOrigins.includes(origin);
}
