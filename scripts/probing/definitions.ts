import type {
  Account,
  HttpApi,
  LambdaAuthorizer,
  Method,
  PolicyDocument,
  Resource,
  RestApi,
} from "../../testing/gateway/definition.ts";
import type { PageRequest } from "./situation.ts";

/** Definitions that work; a mistake changes one thing of them. */

export const apiId = "a1b2c3d4e5";
export const endpoint = `https://${apiId}.execute-api.eu-west-1.amazonaws.com`;
export const domainName = "api.example.com";
export const domain = `https://${domainName}`;

export const answers = {
  type: "LAMBDA",
  respond: () => ({ statusCode: 200, headers: { "content-type": "application/json" }, body: "[]" }),
} as const;

/** What differs around the mistake without being one. */
export interface Surroundings {
  /** The paths respond to OPTIONS, as the console's "Enable CORS" makes them. */
  readonly hasOptions: boolean;
  /** A route that catches every other path. */
  readonly catchesAll: boolean;
}

const open: Method = { authorization: "NONE", integration: answers };
const preflight: Method = {
  authorization: "NONE",
  integration: { type: "MOCK", respond: () => ({ statusCode: 200, headers: {}, body: "" }) },
};

/** A REST API with `/orders/17` for these verbs, and the open path `/health`. */
export function restApi(
  method: Method,
  verbs: readonly string[],
  { hasOptions, catchesAll }: Surroundings,
  changes: Partial<RestApi> = {},
): RestApi {
  const options = hasOptions ? { OPTIONS: preflight } : {};
  const methods = Object.fromEntries(verbs.map((verb) => [verb, method]));
  const resources: Resource[] = [
    { path: "/health", methods: { GET: open } },
    { path: "/orders", methods: { GET: open, ...options } },
    { path: "/orders/{id}", methods: { ...methods, ...options } },
  ];
  return {
    kind: "REST",
    id: apiId,
    region: "eu-west-1",
    endpointType: "REGIONAL",
    wording: "2025",
    stages: [{ name: "prod" }, { name: "dev" }],
    resources: catchesAll ? [...resources, { path: "/{proxy+}", methods: { GET: open } }] : resources,
    gatewayResponses: {},
    ...changes,
  };
}

/** The same as an HTTP API. */
export function httpApi(
  authorization: HttpApi["routes"][number]["authorization"],
  verbs: readonly string[],
  { hasOptions, catchesAll }: Surroundings,
): HttpApi {
  const routes: HttpApi["routes"] = [
    { key: "GET /health", authorization: "NONE", integration: answers },
    ...verbs.map((verb) => ({ key: `${verb} /orders/{id}`, authorization, integration: answers })),
  ];
  return {
    kind: "HTTP",
    id: apiId,
    region: "eu-west-1",
    stages: ["$default"],
    routes: catchesAll ? [...routes, { key: "$default", authorization, integration: answers }] : routes,
    ...(hasOptions ? { cors: { allowOrigins: ["*"], allowMethods: ["*"], allowHeaders: ["*"] } } : {}),
  };
}

/** An account with one API, and whatever the changes add. */
export function account(api: RestApi | HttpApi, changes: Partial<Account> = {}): Account {
  return {
    id: "123456789012",
    apis: [api],
    customDomains: [],
    vpcEndpoints: [],
    accessKeys: [],
    apiKeys: [],
    usagePlans: [],
    neighbours: [],
    ...changes,
  };
}

/** A Lambda authorizer whose policy says this to whoever calls. */
export function authorizer(policy: PolicyDocument): LambdaAuthorizer {
  return {
    kind: "LAMBDA",
    name: "callers",
    identitySources: [{ in: "header", name: "authorization" }],
    resultTtlInSeconds: 0,
    decide: () => ({ principalId: "caller", policyDocument: policy }),
  };
}

const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

/** A page's request; a header without value is left out. */
export function asks(
  method: string,
  url: string,
  headers: Readonly<Record<string, string | undefined>> = {},
  body = "",
): PageRequest {
  const sent = { "user-agent": browser, accept: "*/*", origin: "https://app.example.com", ...headers };
  const given = Object.entries(sent).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { method, url, headers: Object.fromEntries(given), body };
}
