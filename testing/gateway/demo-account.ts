import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import type {
  AccessKey,
  Account,
  ApiKey,
  AuthorizerEvent,
  AuthorizerResult,
  CorsConfiguration,
  GatewayResponses,
  HttpApi,
  Integration,
  JwtAuthorizer,
  LambdaAuthorizer,
  Method,
  PolicyDocument,
  Resource,
  RestApi,
  SimpleAuthorizer,
  WebSocketApi,
} from "./definition.ts";
import type { Wording } from "./refusals.ts";
import { sizeRestrictionsBody, sqlInjectionInQuery } from "./waf.ts";

export const region = "eu-west-1";
const accountId = "123456789012";
const otherAccountId = "210987654321";

/** One look of the same APIs: whether a page may read the refusals, and which of AWS's vocabularies they use. */
export interface Form {
  readonly name: "readable" | "unreadable" | "2022";
  readonly wording: Wording;
  readonly endpointType: "REGIONAL" | "EDGE";
  readonly corsOnGatewayResponses: boolean;
  /** Ids and names of this form's APIs. */
  readonly shopId: string;
  readonly fencedId: string;
  readonly domain: string;
}

export const forms: Readonly<Record<Form["name"], Form>> = {
  readable: {
    name: "readable",
    wording: "2025",
    endpointType: "REGIONAL",
    corsOnGatewayResponses: true,
    shopId: "r4k9w2x7qa",
    fencedId: "f2g6l8s4nd",
    domain: "api.example.com",
  },
  unreadable: {
    name: "unreadable",
    wording: "2025",
    endpointType: "REGIONAL",
    corsOnGatewayResponses: false,
    shopId: "u8m3v6t1zb",
    fencedId: "g5j1p7x3vc",
    domain: "api.example.net",
  },
  "2022": {
    name: "2022",
    wording: "2022",
    endpointType: "EDGE",
    corsOnGatewayResponses: true,
    shopId: "o5n2c8j4ye",
    fencedId: "k9d4t6b2ha",
    domain: "api.example.org",
  },
};

/** Names that rows call and that aren't part of a form. */
export const names = {
  disabledApiId: "d7f3h9k1pc",
  disabledApiDomain: "orders.example.com",
  privateApiId: "p9q1b5x3wm",
  vpcEndpointId: "vpce-0123456789abcdef0",
  vpcEndpointHost: `vpce-0123456789abcdef0-01234567.execute-api.${region}.vpce.amazonaws.com`,
  narrowVpcEndpointId: "vpce-0fedcba9876543210",
  withoutPreflightId: "n1t7y5c9ev",
  authorizerKeyApiId: "y6c2r8w4mf",
  httpApiId: "h3a8d2g6kr",
  httpApiWithoutCorsId: "h6z4b1m9ux",
  webSocketApiId: "w5s7e3j2lo",
  proxiedApiId: "b4c8f1v6ti",
  partnersDomain: "partners.example.com",
  prefixDomain: "apis.example.com",
  anyStageDomain: "any-stage.example.com",
  regionalTarget: `d-a1b2c3d4e5.execute-api.${region}.amazonaws.com`,
  cloudFront: "www.example.com",
  cloudFrontGeo: "media.example.com",
  bucket: `shop-assets.s3.${region}.amazonaws.com`,
  functionUrl: `k5rq2n7v3xw8y4m6t1jz9pbhd0scfgla.lambda-url.${region}.on.aws`,
  webServer: "legacy.example.com",
} as const;

/** The default endpoint of an API. */
export function executeApiHost(apiId: string): string {
  return `${apiId}.execute-api.${region}.amazonaws.com`;
}

const permissive: CorsConfiguration = {
  allowOrigins: ["*"],
  allowMethods: ["GET", "POST", "PUT", "DELETE", "OPTIONS"],
  allowHeaders: ["authorization", "content-type", "x-amz-date", "x-amz-security-token", "x-api-key", "x-apigw-api-id"],
};

const allowOrigin = { "access-control-allow-origin": "*" };

function lambda(statusCode: number, body: unknown): Integration {
  return {
    type: "LAMBDA",
    respond: () => ({
      statusCode,
      headers: { "content-type": "application/json", ...allowOrigin },
      body: JSON.stringify(body),
    }),
  };
}

const orders = lambda(200, { orders: [{ id: 1001, total: "24.90" }] });

const preflight: Method = {
  authorization: "NONE",
  integration: {
    type: "MOCK",
    respond: () => ({
      statusCode: 200,
      headers: {
        ...allowOrigin,
        "content-type": "application/json",
        "access-control-allow-methods": permissive.allowMethods.join(","),
        "access-control-allow-headers": permissive.allowHeaders.join(","),
      },
      body: "",
    }),
  },
};

function resource(path: string, methods: Record<string, Method>): Resource {
  return { path, methods: { ...methods, OPTIONS: preflight } };
}

function open(integration: Integration): Method {
  return { authorization: "NONE", integration };
}

function gatewayResponses(form: { corsOnGatewayResponses: boolean }): GatewayResponses {
  return form.corsOnGatewayResponses
    ? { DEFAULT_4XX: { headers: allowOrigin }, DEFAULT_5XX: { headers: allowOrigin } }
    : {};
}

// --- callers -----------------------------------------------------------------------------------------------------

function accessKey(accessKeyId: string, user: string, policies: readonly PolicyDocument[]): AccessKey {
  return {
    accessKeyId,
    secretAccessKey: randomBytes(30).toString("base64"),
    principalArn: `arn:aws:iam::${accountId}:user/${user}`,
    accountId,
    policies,
  };
}

function sessionKey(accessKeyId: string, expires: Date): AccessKey & { sessionToken: string } {
  const key = accessKey(accessKeyId, "unused", [mayReadLedger]);
  const principalArn = `arn:aws:sts::${accountId}:assumed-role/ledger-reader/CognitoIdentityCredentials`;
  return { ...key, principalArn, sessionToken: randomBytes(120).toString("base64"), sessionExpires: expires };
}

const mayReadLedger: PolicyDocument = {
  Statement: [{ Effect: "Allow", Action: "execute-api:Invoke", Resource: "arn:aws:execute-api:*:*:*/*/GET/ledger*" }],
};
const mayNothing: PolicyDocument = { Statement: [{ Effect: "Deny", Action: "execute-api:*", Resource: "*" }] };
const hour = 60 * 60 * 1000;

/** The AWS credentials that rows sign with. Their secrets are new each time. */
export const callers = {
  analyst: accessKey("AKIAANALYSTEXAMPLE22", "analyst", [mayReadLedger]),
  intern: accessKey("AKIAINTERNSEXAMPLE22", "intern", []),
  suspended: accessKey("AKIASUSPENDEXAMPLE22", "suspended", [mayReadLedger, mayNothing]),
  auditor: {
    ...accessKey("AKIAAUDITORSEXAMPLE2", "auditor", [mayReadLedger]),
    accountId: otherAccountId,
    principalArn: `arn:aws:iam::${otherAccountId}:user/auditor`,
  },
  session: sessionKey("ASIASESSIONSEXAMPLE2", new Date(Date.now() + 1000 * hour)),
  endedSession: sessionKey("ASIAENDEDSESSIONEXA2", new Date(Date.now() - hour)),
};

/** The API keys that rows send. */
export const apiKeys = {
  partner: { id: "k1a2b3c4d5", value: randomBytes(30).toString("base64url"), enabled: true },
  disabled: { id: "k6e7f8g9h0", value: randomBytes(30).toString("base64url"), enabled: false },
} satisfies Record<string, ApiKey>;

/** What the JWT rows' identity provider signs with. */
export const identityProvider = {
  issuer: "https://id.example.com/",
  audience: "shop-web",
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }),
};

/** A token that the shop's authorizer takes for a customer of a kind. New each time, so that no cached policy knows it. */
export function customerToken(kind: "blocked" | "reports-only" | "any-but-one-at-a-time"): string {
  return `Bearer ${kind}.${randomUUID()}`;
}

// --- authorizers -------------------------------------------------------------------------------------------------

const shopAuthorizer: LambdaAuthorizer = {
  kind: "LAMBDA",
  name: "shop-authorizer",
  identitySources: [{ in: "header", name: "Authorization" }],
  resultTtlInSeconds: 300,
  decide: (event) => decideForCustomer(event, event.identity[0]?.replace("Bearer ", "").split(".")[0]),
};

function decideForCustomer(event: AuthorizerEvent, kind: string | undefined): AuthorizerResult | "Unauthorized" {
  const stage = event.methodArn.split("/").slice(0, 2).join("/");
  if (kind === "blocked") return result("Deny", "*");
  if (kind === "reports-only") return result("Allow", `${stage}/GET/reports`);
  // The classic mistake: the policy names the method that was called and is then cached for all of them.
  if (kind === "any-but-one-at-a-time") return result("Allow", event.methodArn);
  return "Unauthorized";
}

function result(Effect: "Allow" | "Deny", Resource: string, usageIdentifierKey?: string): AuthorizerResult {
  const policyDocument = { Statement: [{ Effect, Action: "execute-api:Invoke", Resource }] };
  return {
    principalId: "customer",
    policyDocument,
    ...(usageIdentifierKey === undefined ? {} : { usageIdentifierKey }),
  };
}

const keylessAuthorizer: LambdaAuthorizer = {
  kind: "LAMBDA",
  name: "keyless-authorizer",
  identitySources: [{ in: "header", name: "x-api-key" }],
  resultTtlInSeconds: 0,
  // Allows, but returns no usageIdentifierKey.
  decide: () => result("Allow", "*"),
};

const tokenInQuery: LambdaAuthorizer = {
  kind: "LAMBDA",
  name: "socket-authorizer",
  identitySources: [{ in: "query", name: "token" }],
  resultTtlInSeconds: 0,
  decide: (event) => result(event.identity[0] === "open-sesame" ? "Allow" : "Deny", "*"),
};

const memberAuthorizer: SimpleAuthorizer = {
  kind: "SIMPLE",
  name: "member-authorizer",
  identitySources: [{ in: "query", name: "member" }],
  resultTtlInSeconds: 0,
  isAuthorized: (event) => event.identity[0] === "gold",
};

// --- APIs --------------------------------------------------------------------------------------------------------

function shopApi(form: Form): RestApi {
  return {
    kind: "REST",
    id: form.shopId,
    region,
    endpointType: form.endpointType,
    wording: form.wording,
    stages: [
      { name: "prod", webAcl: { rules: [sizeRestrictionsBody()] } },
      {
        name: "beta",
        webAcl: {
          rules: [{ name: "bots", action: "challenge", matches: (request) => request.path.includes("/search") }],
        },
      },
    ],
    gatewayResponses: gatewayResponses(form),
    resources: [
      resource("/orders", { GET: open(orders), POST: open(lambda(200, { accepted: true })) }),
      resource("/orders/{id}", { GET: open(orders) }),
      resource("/reports", { GET: { authorization: shopAuthorizer, integration: lambda(200, { reports: [] }) } }),
      resource("/invoices", { GET: { authorization: shopAuthorizer, integration: lambda(200, { invoices: [] }) } }),
      resource("/ledger", { GET: { authorization: "AWS_IAM", integration: lambda(200, { balance: "1204.00" }) } }),
      resource("/partners", {
        GET: { authorization: "NONE", apiKeyRequired: true, integration: lambda(200, { partners: [] }) },
      }),
      resource("/subscription", {
        GET: open(
          form.corsOnGatewayResponses
            ? lambda(403, { error: "subscription_expired", detail: "Your subscription ended. Renew it to read this." })
            : withoutCors(403),
        ),
      }),
      resource("/{proxy+}", {}),
    ],
  };
}

function withoutCors(statusCode: number): Integration {
  return {
    type: "LAMBDA",
    respond: () => ({
      statusCode,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ error: "subscription_expired" }),
    }),
  };
}

// Nobody who tests this calls from 203.0.113.0/24: the range is reserved for documentation (RFC 5737).
const officeOnly: PolicyDocument = {
  Statement: [
    {
      Effect: "Allow",
      Principal: "*",
      Action: "execute-api:Invoke",
      Resource: ["execute-api:/prod/GET/public", "execute-api:/prod/OPTIONS/*", "execute-api:/prod/GET/admin"],
    },
    {
      Effect: "Allow",
      Principal: "*",
      Action: "execute-api:Invoke",
      Resource: "execute-api:/prod/GET/internal",
      Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    },
    {
      Effect: "Deny",
      Principal: "*",
      Action: "execute-api:Invoke",
      Resource: "execute-api:/prod/GET/admin",
      Condition: { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    },
    {
      Effect: "Allow",
      Principal: { AWS: [callers.analyst.principalArn] },
      Action: "execute-api:Invoke",
      Resource: "execute-api:/prod/GET/ledger",
    },
  ],
};

function fencedApi(form: Form): RestApi {
  const path = (name: string) => resource(name, { GET: open(lambda(200, { ok: true })) });
  return {
    ...shopApi(form),
    id: form.fencedId,
    stages: [{ name: "prod" }],
    resourcePolicy: officeOnly,
    resources: ["/public", "/internal", "/admin", "/ledger"].map(path),
  };
}

const disabledApi: RestApi = { ...shopApi(forms.readable), id: names.disabledApiId, disableExecuteApiEndpoint: true };

const privateApi: RestApi = {
  ...shopApi(forms.readable),
  id: names.privateApiId,
  endpointType: "PRIVATE",
  resourcePolicy: {
    Statement: [
      {
        Effect: "Allow",
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: "execute-api:/*",
        Condition: { StringEquals: { "aws:SourceVpce": [names.vpcEndpointId, names.narrowVpcEndpointId] } },
      },
    ],
  },
};

const withoutPreflight: RestApi = {
  ...shopApi(forms.readable),
  id: names.withoutPreflightId,
  resources: [
    { path: "/orders", methods: { GET: open(orders), PUT: open(orders) } },
    { path: "/ledger", methods: { ANY: { authorization: "AWS_IAM", integration: orders } } },
    { path: "/partners", methods: { ANY: { authorization: "NONE", apiKeyRequired: true, integration: orders } } },
  ],
};

const authorizerKeyApi: RestApi = {
  ...shopApi(forms.readable),
  id: names.authorizerKeyApiId,
  apiKeySource: "AUTHORIZER",
  resources: [
    resource("/partners", { GET: { authorization: keylessAuthorizer, apiKeyRequired: true, integration: orders } }),
  ],
};

function httpApi(id: string, cors: CorsConfiguration | undefined): HttpApi {
  const jwt: JwtAuthorizer = {
    kind: "JWT",
    issuer: identityProvider.issuer,
    audience: identityProvider.audience,
    // In the query where there is no CORS: an Authorization header would end at the preflight.
    identitySource: cors ? { in: "header", name: "Authorization" } : { in: "query", name: "access_token" },
    publicKey: identityProvider.publicKey,
  };
  return {
    kind: "HTTP",
    id,
    region,
    stages: ["$default"],
    routes: [
      { key: "GET /catalog", authorization: "NONE", integration: lambda(200, { items: [] }) },
      {
        key: "GET /baskets",
        authorization: jwt,
        scopes: ["baskets:read", "baskets:write"],
        integration: lambda(200, { baskets: [] }),
      },
      { key: "GET /members", authorization: memberAuthorizer, integration: lambda(200, { members: [] }) },
      { key: "GET /ledger", authorization: "AWS_IAM", integration: lambda(200, { balance: "1204.00" }) },
    ],
    ...(cors ? { cors } : {}),
  };
}

const webSocketApi: WebSocketApi = {
  kind: "WEBSOCKET",
  id: names.webSocketApiId,
  region,
  wording: "2025",
  stages: ["live"],
  connect: tokenInQuery,
  routes: ["ping"],
};

const allForms = Object.values(forms);

/** The account that the demo's rows call. */
export const demoAccount: Account = {
  id: accountId,
  apis: [
    ...allForms.map(shopApi),
    ...allForms.map(fencedApi),
    disabledApi,
    privateApi,
    withoutPreflight,
    authorizerKeyApi,
    httpApi(names.httpApiId, permissive),
    httpApi(names.httpApiWithoutCorsId, undefined),
    webSocketApi,
  ],
  customDomains: [
    ...allForms.map((form) => ({ name: form.domain, mappings: [{ key: "", apiId: form.shopId, stage: "prod" }] })),
    { name: names.disabledApiDomain, mappings: [{ key: "", apiId: names.disabledApiId, stage: "prod" }] },
    {
      name: names.prefixDomain,
      regionalTarget: names.regionalTarget,
      mappings: [{ key: "shop", apiId: forms.readable.shopId, stage: "prod" }],
    },
    { name: names.anyStageDomain, mappings: [{ key: "", apiId: forms.readable.shopId }] },
    {
      name: names.partnersDomain,
      mutualTls: true,
      mappings: [{ key: "", apiId: forms.readable.shopId, stage: "prod" }],
    },
  ],
  vpcEndpoints: [
    { id: names.vpcEndpointId, dnsName: names.vpcEndpointHost },
    {
      id: names.narrowVpcEndpointId,
      dnsName: `${names.narrowVpcEndpointId}-89abcdef.execute-api.${region}.vpce.amazonaws.com`,
      policy: {
        Statement: [
          {
            Effect: "Allow",
            Principal: "*",
            Action: "execute-api:Invoke",
            Resource: "arn:aws:execute-api:*:*:another000/*",
          },
        ],
      },
    },
  ],
  accessKeys: Object.values(callers),
  apiKeys: Object.values(apiKeys),
  usagePlans: [
    {
      name: "partners",
      keyIds: [apiKeys.partner.id, apiKeys.disabled.id],
      apiStages: allForms.map((form) => ({ apiId: form.shopId, stage: "prod" })),
    },
  ],
  neighbours: [
    {
      kind: "CLOUDFRONT",
      host: names.cloudFront,
      webAcl: { rules: [sqlInjectionInQuery()] },
      originHost: executeApiHost(forms.readable.shopId),
      originPath: "/prod",
    },
    {
      kind: "CLOUDFRONT",
      host: names.cloudFrontGeo,
      webAcl: { rules: [] },
      blockedCountry: true,
      originHost: executeApiHost(forms.readable.shopId),
      originPath: "/prod",
    },
    { kind: "FORWARD_PROXY", host: executeApiHost(names.proxiedApiId) },
    { kind: "S3", host: names.bucket },
    { kind: "FUNCTION_URL", host: names.functionUrl },
    { kind: "NGINX", host: names.webServer },
  ],
};
