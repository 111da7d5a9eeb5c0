import type { ApiKind } from "../src/diagnosis/diagnosis.ts";
import type { Order, Step } from "../src/diagnosis/progress.ts";

/**
 * API Gateway's order of evaluation, as a REST API has it, with all steps. The first step that refuses ends the
 * request.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html for
 * policy, authorizer and key. The order of the earlier steps follows from the refusals that need no credentials.
 */
const steps = [
  {
    id: "in-front",
    label: "In front",
    topic: "something in front",
    checks: "what CloudFront, a firewall or a proxy before the API let through",
    isOptional: true,
  },
  {
    id: "tls",
    label: "TLS",
    topic: "client certificate",
    checks: "the handshake, and the client's certificate where the domain wants one",
  },
  { id: "host", label: "Host", topic: "host name", checks: "whether the host name leads to an API" },
  { id: "stage", label: "Stage", topic: "stage", checks: "the stage that the path or the domain's mapping names" },
  {
    id: "waf",
    label: "WAF",
    topic: "AWS WAF",
    checks: "the rules of the web ACL, where the stage has one",
    besides: "route",
  },
  { id: "route", label: "Route", topic: "route", checks: "the resource and method for path and verb", besides: "waf" },
  {
    id: "resource-policy",
    label: "Policy",
    topic: "resource policy",
    checks: "what the API's resource policy allows and denies",
  },
  {
    id: "authorizer",
    label: "Authorizer",
    topic: "authorization",
    checks: "who calls: a signature and its IAM policies, or a token",
  },
  {
    id: "api-key",
    label: "API key",
    topic: "API key",
    checks: "the API key and its usage plan, where the method wants one",
  },
  {
    id: "throttle",
    label: "Throttle",
    topic: "throttling",
    checks: "rate and quota; too many requests return 429, not 403",
  },
  {
    id: "integration",
    label: "Integration",
    topic: "integration",
    checks: "what lies behind the API, which may refuse in its own words",
  },
] as const satisfies readonly Step[];

export type StepId = (typeof steps)[number]["id"] | "elsewhere";

/** A step as one kind of API has it. */
type OrderedStep = Step & { readonly id: StepId };

/**
 * HTTP APIs have neither AWS WAF, resource policies nor API keys, and return 404 for unknown stages and routes.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
 */
const httpApi: readonly OrderedStep[] = changed(without("waf", "resource-policy", "api-key"), {
  stage: { checks: "the stage; an unknown one returns 404, not 403" },
  route: { checks: "the route for path and verb; an unknown one returns 404, not 403" },
  authorizer: { checks: "who calls: a token's claims and scopes, an authorizer's response, or a signature" },
});

/**
 * A WebSocket API authorizes only the handshake (the route `$connect`). Messages choose their routes afterwards.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
 */
const webSocketApi: readonly OrderedStep[] = changed(
  [...without("waf", "resource-policy", "route", "integration"), ...only("route", "integration")],
  {
    stage: { checks: "the stage that the path of the handshake names" },
    authorizer: { label: "$connect", checks: "who connects: the authorizer or IAM on the route `$connect`" },
    "api-key": { checks: "the API key, where `$connect` wants one" },
    throttle: { checks: "rate and quota of connections" },
    route: { label: "Message", checks: "the route that a message's route key chooses, once the connection stands" },
  },
);

const orders: Readonly<Record<ApiKind, readonly OrderedStep[]>> = {
  rest: steps,
  http: httpApi,
  websocket: webSocketApi,
  unknown: steps,
};

/** The steps of a kind of API in their order; a REST API's if the kind is unknown. */
export function stepsOf(kind: ApiKind): readonly OrderedStep[] {
  return orders[kind];
}

/** The order in the engine's form. */
export const order: Order = {
  name: "API Gateway's own order of evaluation",
  steps,
  outside: "another server",
  stepsFor: ({ api }) => stepsOf(api.kind),
};

function without(...left: readonly StepId[]): readonly OrderedStep[] {
  return steps.filter(({ id }) => !left.includes(id));
}

function only(...kept: readonly StepId[]): readonly OrderedStep[] {
  return steps.filter(({ id }) => kept.includes(id));
}

function changed(
  order: readonly OrderedStep[],
  changes: Readonly<Partial<Record<StepId, Partial<Pick<Step, "label" | "checks">>>>>,
): readonly OrderedStep[] {
  return order.map((step) => ({ ...step, ...changes[step.id] }));
}
