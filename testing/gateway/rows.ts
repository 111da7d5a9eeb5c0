import type { ClientRequest } from "./client.ts";
import {
  apiKeys,
  callers,
  customerToken,
  executeApiHost,
  type Form,
  forms,
  identityProvider,
  names,
  region,
} from "./demo-account.ts";
import { issueJwt } from "./jwt.ts";
import { presignedUrl, type SigningInput, signedHeaders } from "./signer.ts";

export type RowRequest = ClientRequest;

/** One way to be refused, that the demo can bring about. */
export interface Row {
  readonly id: string;
  /** The id of the cause that is behind it. */
  readonly cause: string;
  /** Other causes that the same evidence fits as well, so that naming them first is no mistake. */
  readonly accept?: readonly string[];
  readonly title: string;
  readonly group: string;
  /** The page can't read the refusal: it sees "Failed to fetch". */
  readonly hiddenByCors: boolean;
  /** What is refused is the request's preflight, so the request itself is never sent by a browser. */
  readonly preflight: boolean;
  /** Made anew, since signatures and tokens age. `siblings` are requests to make before it, in their order. */
  request(): Promise<RowRequest & { readonly siblings?: readonly RowRequest[] }>;
}

/** Only the body says which policy denied whom. */
const hiddenDenials = [
  "iam-explicit-deny",
  "iam-identity-policy-implicit-deny",
  "resource-policy-explicit-deny",
  "resource-policy-implicit-deny",
];

type Made = RowRequest & { readonly siblings?: readonly RowRequest[] };

interface Spec {
  readonly cause: string;
  /** Where a cause has several rows. */
  readonly variant?: string;
  readonly accept?: readonly string[];
  /** Further causes that fit as well while the body is hidden. */
  readonly acceptHidden?: readonly string[];
  readonly title: string;
  readonly group: string;
  readonly preflight?: boolean;
}

function row(spec: Spec, hiddenByCors: boolean, make: () => Made, suffix = ""): Row {
  const { cause, title, group } = spec;
  const id = [cause, spec.variant, suffix].filter(Boolean).join("-");
  const accept = [...(spec.accept ?? []), ...(hiddenByCors ? (spec.acceptHidden ?? []) : [])];
  return {
    id,
    cause,
    ...(accept.length > 0 ? { accept } : {}),
    title,
    group,
    hiddenByCors,
    preflight: spec.preflight ?? false,
    request: async () => make(),
  };
}

/** Refused where no owner can add CORS headers, or by something that isn't API Gateway: never readable. */
function unreadable(spec: Spec, make: () => Made): Row[] {
  return [row(spec, true, make)];
}

/** Once with CORS headers on the gateway's own responses and once without. */
function bothForms(spec: Spec, make: (form: Form) => Made): Row[] {
  return [
    row(spec, false, () => make(forms.readable)),
    row({ ...spec, title: `${spec.title}, unreadable` }, true, () => make(forms.unreadable), "unreadable"),
  ];
}

/** Both forms, and in the words of 2022 through an edge endpoint. */
function allForms(spec: Spec, make: (form: Form) => Made): Row[] {
  return [
    ...bothForms(spec, make),
    row({ ...spec, title: `${spec.title}, 2022 wording` }, false, () => make(forms["2022"]), "2022"),
  ];
}

function get(url: string, headers: Record<string, string> = {}): RowRequest {
  return { url, method: "GET", headers };
}

function shop(form: Form, path: string, stage = "prod"): string {
  return `https://${executeApiHost(form.shopId)}/${stage}${path}`;
}

function fenced(form: Form, path: string): string {
  return `https://${executeApiHost(form.fencedId)}/prod${path}`;
}

function signed(url: string, key: SigningInput["key"], changes: Partial<SigningInput> = {}): RowRequest {
  return get(url, signedHeaders({ method: "GET", url, key, region, ...changes }));
}

function workingLedger(form: Form): RowRequest {
  return signed(shop(form, "/ledger"), callers.analyst);
}

function withoutToken(key: { readonly accessKeyId: string; readonly secretAccessKey: string }): SigningInput["key"] {
  return { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey };
}

function accessToken(scope: string): string {
  const { issuer, audience, privateKey } = identityProvider;
  return issueJwt(
    { iss: issuer, aud: audience, sub: "customer-1", scope, exp: Math.floor(Date.now() / 1000) + 3600 },
    privateKey,
  );
}

const minute = 60 * 1000;
const bearer = () => ({ authorization: `Bearer ${accessToken("baskets:read")}` });

const authorizerRows: Row[] = [
  ...allForms(
    { cause: "lambda-authorizer-explicit-deny", title: "Lambda authorizer denies", group: "Lambda authorizer" },
    (form) => get(shop(form, "/reports"), { authorization: customerToken("blocked") }),
  ),
  ...allForms(
    {
      cause: "lambda-authorizer-implicit-deny",
      title: "Lambda authorizer doesn't mention the method",
      group: "Lambda authorizer",
      accept: ["lambda-authorizer-cached-policy"],
    },
    (form) => get(shop(form, "/invoices"), { authorization: customerToken("reports-only") }),
  ),
  ...bothForms(
    { cause: "lambda-authorizer-cached-policy", title: "Cached policy of another method", group: "Lambda authorizer" },
    (form) => {
      const token = { authorization: customerToken("any-but-one-at-a-time") };
      return { ...get(shop(form, "/invoices"), token), siblings: [get(shop(form, "/reports"), token)] };
    },
  ),
];

const iamRows: Row[] = [
  ...allForms(
    { cause: "iam-explicit-deny", acceptHidden: hiddenDenials, title: "IAM policy denies", group: "AWS_IAM" },
    (form) => signed(shop(form, "/ledger"), callers.suspended),
  ),
  ...allForms(
    {
      cause: "iam-identity-policy-implicit-deny",
      acceptHidden: hiddenDenials,
      title: "No IAM policy allows",
      group: "AWS_IAM",
    },
    (form) => signed(shop(form, "/ledger"), callers.intern),
  ),
  ...bothForms(
    {
      cause: "iam-cross-account-needs-resource-policy",
      acceptHidden: hiddenDenials,
      title: "Caller of another account",
      group: "AWS_IAM",
    },
    (form) => signed(shop(form, "/ledger"), callers.auditor),
  ),
  ...bothForms(
    {
      cause: "iam-auth-unsigned-request",
      title: "Request not signed",
      group: "AWS_IAM",
      accept: ["rest-route-not-found"],
    },
    (form) => ({ ...get(shop(form, "/ledger")), siblings: [workingLedger(form)] }),
  ),
  ...bothForms(
    {
      cause: "iam-auth-non-sigv4-authorization",
      title: "Bearer token where a signature is needed",
      group: "AWS_IAM",
      accept: ["rest-route-not-found-with-auth-header"],
    },
    (form) => ({
      ...get(shop(form, "/ledger"), bearer()),
      siblings: [workingLedger(form)],
    }),
  ),
  ...bothForms({ cause: "sigv4-access-key-unknown", title: "Access key unknown", group: "SigV4" }, (form) =>
    signed(shop(form, "/ledger"), { ...withoutToken(callers.analyst), accessKeyId: "AKIAIOSFODNN7EXAMPLE" }),
  ),
  ...bothForms(
    { cause: "sigv4-session-token-missing-or-invalid", title: "Session token missing", group: "SigV4" },
    (form) => signed(shop(form, "/ledger"), withoutToken(callers.session)),
  ),
  ...bothForms(
    {
      cause: "sigv4-session-token-missing-or-invalid",
      variant: "undefined",
      title: "Session token is the word undefined",
      group: "SigV4",
    },
    (form) => signed(shop(form, "/ledger"), { ...withoutToken(callers.session), sessionToken: "undefined" }),
  ),
  ...bothForms({ cause: "sigv4-session-token-expired", title: "Session token expired", group: "SigV4" }, (form) =>
    signed(shop(form, "/ledger"), callers.endedSession),
  ),
  ...bothForms({ cause: "sigv4-clock-skew", title: "Signature expired", group: "SigV4" }, (form) =>
    signed(shop(form, "/ledger"), callers.analyst, { at: new Date(Date.now() - 20 * minute) }),
  ),
  ...bothForms(
    { cause: "sigv4-clock-skew", variant: "ahead", title: "Signature from the future", group: "SigV4" },
    (form) => signed(shop(form, "/ledger"), callers.analyst, { at: new Date(Date.now() + 20 * minute) }),
  ),
  ...bothForms(
    {
      cause: "sigv4-presigned-url-expired",
      title: "Presigned URL expired",
      group: "SigV4",
      accept: ["sigv4-clock-skew"],
    },
    (form) =>
      get(
        presignedUrl(
          {
            method: "GET",
            url: shop(form, "/ledger"),
            key: callers.analyst,
            region,
            at: new Date(Date.now() - 10 * minute),
          },
          60,
        ),
      ),
  ),
  ...bothForms({ cause: "sigv4-signature-mismatch", title: "Signature doesn't match", group: "SigV4" }, (form) =>
    signed(shop(form, "/ledger"), { ...withoutToken(callers.analyst), secretAccessKey: "not-the-secret" }),
  ),
  ...bothForms(
    { cause: "sigv4-signature-mismatch", variant: "query", title: "Query changed after signing", group: "SigV4" },
    (form) => ({ ...workingLedger(form), url: shop(form, "/ledger?year=2025") }),
  ),
  ...allForms({ cause: "sigv4-scope-mismatch", title: "Signed for another region", group: "SigV4" }, (form) =>
    signed(shop(form, "/ledger"), callers.analyst, { region: "us-east-1" }),
  ),
  ...bothForms(
    { cause: "sigv4-scope-mismatch", variant: "service", title: "Signed for another service", group: "SigV4" },
    (form) => signed(shop(form, "/ledger"), callers.analyst, { service: "s3" }),
  ),
  ...bothForms({ cause: "sigv4-malformed-authorization", title: "Half a signature", group: "SigV4" }, (form) =>
    get(shop(form, "/ledger"), { authorization: `AWS4-HMAC-SHA256 Credential=${callers.analyst.accessKeyId}` }),
  ),
];

const resourcePolicyRows: Row[] = [
  ...allForms(
    {
      cause: "resource-policy-explicit-deny",
      acceptHidden: hiddenDenials,
      title: "Resource policy denies",
      group: "Resource policy",
    },
    (form) => ({ ...get(fenced(form, "/admin")), siblings: [get(fenced(form, "/public"))] }),
  ),
  ...allForms(
    {
      cause: "resource-policy-implicit-deny",
      acceptHidden: hiddenDenials,
      title: "Resource policy doesn't allow",
      group: "Resource policy",
    },
    (form) => ({ ...get(fenced(form, "/internal")), siblings: [get(fenced(form, "/public"))] }),
  ),
  ...bothForms(
    {
      cause: "resource-policy-principal-requires-iam",
      acceptHidden: hiddenDenials,
      title: "Policy names a principal, method has no IAM",
      group: "Resource policy",
    },
    (form) => signed(fenced(form, "/ledger"), callers.analyst),
  ),
];

const routeRows: Row[] = [
  ...bothForms({ cause: "rest-route-not-found", title: "Route not found", group: "Route" }, (form) => ({
    ...get(shop(form, "/order")),
    siblings: [get(shop(form, "/orders"))],
  })),
  ...bothForms(
    { cause: "rest-route-not-found", variant: "method", title: "Method not defined", group: "Route" },
    (form) => ({ ...get(shop(form, "/orders")), method: "DELETE", siblings: [get(shop(form, "/orders"))] }),
  ),
  ...bothForms(
    {
      cause: "rest-root-without-method",
      title: "Stage root without a method",
      group: "Route",
      accept: ["rest-route-not-found"],
    },
    (form) => ({ ...get(shop(form, "/")), siblings: [get(shop(form, "/orders"))] }),
  ),
  ...allForms(
    {
      cause: "rest-route-not-found-with-auth-header",
      title: "Route not found, with a Bearer token",
      group: "Route",
      accept: ["iam-auth-non-sigv4-authorization"],
    },
    (form) => ({
      ...get(shop(form, "/order"), bearer()),
      siblings: [get(shop(form, "/orders"))],
    }),
  ),
  ...allForms(
    {
      cause: "rest-route-not-found-with-auth-header",
      variant: "word",
      title: "Route not found, with a one-word Authorization",
      group: "Route",
      accept: ["iam-auth-non-sigv4-authorization"],
    },
    (form) => ({
      ...get(shop(form, "/order"), { authorization: "allow" }),
      siblings: [get(shop(form, "/orders"))],
    }),
  ),
  ...bothForms(
    {
      cause: "custom-domain-stage-in-path",
      title: "Stage repeated on a custom domain",
      group: "Address",
      accept: ["rest-route-not-found"],
    },
    (form) => ({
      ...get(`https://${form.domain}/prod/orders`),
      siblings: [get(`https://${form.domain}/orders`)],
    }),
  ),
];

const addressRows: Row[] = [
  ...unreadable({ cause: "rest-stage-missing-or-unknown", title: "Stage unknown", group: "Address" }, () => ({
    ...get(shop(forms.readable, "/orders", "production")),
    siblings: [get(shop(forms.readable, "/orders"))],
  })),
  ...unreadable(
    { cause: "rest-stage-missing-or-unknown", variant: "missing", title: "Stage missing", group: "Address" },
    () => ({
      ...get(`https://${executeApiHost(forms.unreadable.shopId)}/orders`),
      siblings: [get(shop(forms.unreadable, "/orders"))],
    }),
  ),
  ...unreadable(
    {
      cause: "custom-domain-no-base-path-mapping",
      title: "No base path mapping",
      group: "Address",
      accept: ["mtls-client-cert-rejected"],
    },
    () => ({
      ...get(`https://${names.prefixDomain}/warehouse/orders`),
      siblings: [get(`https://${names.prefixDomain}/shop/orders`)],
    }),
  ),
  ...unreadable(
    {
      cause: "custom-domain-mapping-without-stage",
      title: "Mapping without a stage",
      group: "Address",
      accept: ["custom-domain-no-base-path-mapping"],
    },
    () => ({
      ...get(`https://${names.anyStageDomain}/orders`),
      siblings: [get(`https://${names.anyStageDomain}/prod/orders`)],
    }),
  ),
  ...unreadable(
    { cause: "custom-domain-host-mismatch", title: "The domain's target called directly", group: "Address" },
    () => get(`https://${names.regionalTarget}/shop/orders`),
  ),
  ...unreadable(
    {
      cause: "default-endpoint-disabled",
      title: "Default endpoint disabled",
      group: "Address",
      accept: ["rest-stage-missing-or-unknown"],
    },
    () => ({
      ...get(`https://${executeApiHost(names.disabledApiId)}/prod/orders`),
      siblings: [get(`https://${names.disabledApiDomain}/orders`)],
    }),
  ),
  ...unreadable({ cause: "private-api-missing-api-id", title: "Private API, no API id", group: "Address" }, () => ({
    ...get(`https://${names.vpcEndpointHost}/prod/orders`),
    siblings: [
      get(`https://${names.privateApiId}-${names.vpcEndpointId}.execute-api.${region}.amazonaws.com/prod/orders`),
    ],
  })),
  row(
    { cause: "vpc-endpoint-policy-denied", title: "VPC endpoint policy doesn't allow", group: "Address" },
    false,
    () =>
      get(`https://${names.privateApiId}-${names.narrowVpcEndpointId}.execute-api.${region}.amazonaws.com/prod/orders`),
  ),
  ...unreadable(
    {
      cause: "mtls-client-cert-rejected",
      title: "Client certificate rejected",
      group: "Address",
      accept: ["custom-domain-no-base-path-mapping"],
    },
    () => get(`https://${names.partnersDomain}/orders`),
  ),
];

const keyAndWafRows: Row[] = [
  ...bothForms({ cause: "api-key-missing", title: "API key missing", group: "API key" }, (form) => ({
    ...get(shop(form, "/partners")),
    siblings: [get(shop(form, "/partners"), { "x-api-key": apiKeys.partner.value })],
  })),
  ...bothForms(
    {
      cause: "api-key-invalid-or-disabled",
      title: "API key disabled",
      group: "API key",
      accept: ["api-key-not-in-usage-plan"],
    },
    (form) => ({
      ...get(shop(form, "/partners"), { "x-api-key": apiKeys.disabled.value }),
      siblings: [get(shop(form, "/partners"), { "x-api-key": apiKeys.partner.value })],
    }),
  ),
  ...bothForms(
    {
      cause: "api-key-not-in-usage-plan",
      title: "API key in no usage plan of the stage",
      group: "API key",
      accept: ["api-key-invalid-or-disabled"],
    },
    (form) => ({
      ...get(shop(form, "/partners", "beta"), { "x-api-key": apiKeys.partner.value }),
      siblings: [get(shop(form, "/partners"), { "x-api-key": apiKeys.partner.value })],
    }),
  ),
  row(
    {
      cause: "api-key-authorizer-source",
      title: "API key expected from the authorizer",
      group: "API key",
      accept: ["api-key-invalid-or-disabled", "api-key-not-in-usage-plan"],
    },
    false,
    () =>
      get(`https://${executeApiHost(names.authorizerKeyApiId)}/prod/partners`, { "x-api-key": apiKeys.partner.value }),
  ),
  ...bothForms({ cause: "waf-blocked-apigw", title: "WAF blocks a body over 8 KB", group: "WAF" }, (form) => ({
    ...post(shop(form, "/orders"), "x".repeat(9000)),
    siblings: [post(shop(form, "/orders"), "small")],
  })),
  ...unreadable({ cause: "waf-challenge-or-captcha", title: "WAF challenges (status 202)", group: "WAF" }, () =>
    get(shop(forms.unreadable, "/search?q=shoes", "beta")),
  ),
];

// text/plain keeps the request "simple": no preflight comes before it.
function post(url: string, body: string): RowRequest {
  return { url, method: "POST", headers: { "content-type": "text/plain" }, body };
}

const preflightRows: Row[] = [
  ...unreadable(
    {
      cause: "preflight-options-not-defined",
      title: "No OPTIONS for the preflight",
      group: "CORS preflight",
      preflight: true,
      accept: ["preflight-options-requires-auth"],
    },
    () => ({
      url: `https://${executeApiHost(names.withoutPreflightId)}/prod/orders`,
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: "{}",
      siblings: [get(`https://${executeApiHost(names.withoutPreflightId)}/prod/orders`)],
    }),
  ),
  ...unreadable(
    {
      cause: "preflight-options-requires-auth",
      title: "OPTIONS wants a signature",
      group: "CORS preflight",
      preflight: true,
      accept: ["preflight-options-not-defined"],
    },
    () => signed(`https://${executeApiHost(names.withoutPreflightId)}/prod/ledger`, callers.analyst),
  ),
  ...unreadable(
    {
      cause: "preflight-options-requires-auth",
      variant: "api-key",
      title: "OPTIONS wants an API key",
      group: "CORS preflight",
      preflight: true,
    },
    () =>
      get(`https://${executeApiHost(names.withoutPreflightId)}/prod/partners`, { "x-api-key": apiKeys.partner.value }),
  ),
];

const httpHost = executeApiHost(names.httpApiId);
const httpHostWithoutCors = executeApiHost(names.httpApiWithoutCorsId);

const httpApiRows: Row[] = [
  row({ cause: "http-api-jwt-insufficient-scope", title: "JWT lacks the scope", group: "HTTP API" }, false, () =>
    get(`https://${httpHost}/baskets`, { authorization: `Bearer ${accessToken("orders:read")}` }),
  ),
  row(
    { cause: "http-api-jwt-insufficient-scope", title: "JWT lacks the scope, unreadable", group: "HTTP API" },
    true,
    () => get(`https://${httpHostWithoutCors}/baskets?access_token=${accessToken("orders:read")}`),
    "unreadable",
  ),
  row(
    {
      cause: "http-api-lambda-authorizer-deny",
      title: "Lambda authorizer denies",
      group: "HTTP API",
      accept: ["http-api-iam-denied"],
    },
    false,
    () => ({
      ...get(`https://${httpHost}/members?member=silver`),
      siblings: [get(`https://${httpHost}/members?member=gold`)],
    }),
  ),
  row(
    {
      cause: "http-api-lambda-authorizer-deny",
      title: "Lambda authorizer denies, unreadable",
      group: "HTTP API",
      accept: ["http-api-iam-denied"],
    },
    true,
    () => get(`https://${httpHostWithoutCors}/members?member=silver`),
    "unreadable",
  ),
  row({ cause: "http-api-iam-denied", title: "IAM: not permitted", group: "HTTP API" }, false, () =>
    signed(`https://${httpHost}/ledger`, callers.intern),
  ),
  row(
    {
      cause: "http-api-iam-denied",
      title: "IAM: unsigned, unreadable",
      group: "HTTP API",
      accept: ["http-api-lambda-authorizer-deny"],
    },
    true,
    () => get(`https://${httpHostWithoutCors}/ledger`),
    "unreadable",
  ),
];

const elsewhereRows: Row[] = [
  ...unreadable({ cause: "websocket-connect-denied", title: "WebSocket handshake denied", group: "WebSocket" }, () =>
    get(`wss://${executeApiHost(names.webSocketApiId)}/live?token=stale`),
  ),
  ...bothForms(
    { cause: "integration-403-passthrough", title: "The function's own 403", group: "Behind the API" },
    (form) => ({ ...get(shop(form, "/subscription")), siblings: [get(shop(form, "/orders"))] }),
  ),
  ...unreadable({ cause: "corporate-proxy-403", title: "A company proxy refuses", group: "In front of the API" }, () =>
    get(`https://${executeApiHost(names.proxiedApiId)}/prod/orders`),
  ),
  ...unreadable(
    { cause: "cloudfront-waf-blocked", title: "WAF at CloudFront blocks", group: "In front of the API" },
    () => ({
      ...get(`https://${names.cloudFront}/orders?q=1%20UNION%20SELECT%20password`),
      siblings: [get(`https://${names.cloudFront}/orders?q=shoes`)],
    }),
  ),
  ...unreadable(
    {
      cause: "cloudfront-geo-restricted",
      accept: ["cloudfront-waf-blocked", "cloudfront-bad-request"],
      title: "CloudFront blocks the country",
      group: "In front of the API",
    },
    () => get(`https://${names.cloudFrontGeo}/orders`),
  ),
  ...unreadable({ cause: "lambda-url-forbidden", title: "Lambda function URL denies", group: "Not API Gateway" }, () =>
    get(`https://${names.functionUrl}/`),
  ),
  ...unreadable({ cause: "s3-access-denied", title: "S3 bucket denies", group: "Not API Gateway" }, () =>
    get(`https://${names.bucket}/price-list.pdf`),
  ),
  ...unreadable(
    {
      cause: "application-own-403",
      title: "A plain nginx denies",
      group: "Not API Gateway",
      accept: ["other-cdn-or-waf-403", "corporate-proxy-403"],
    },
    () => get(`https://${names.webServer}/private/`),
  ),
];

/** Every row of the demo. */
export const rows: readonly Row[] = [
  ...routeRows,
  ...addressRows,
  ...authorizerRows,
  ...iamRows,
  ...resourcePolicyRows,
  ...keyAndWafRows,
  ...preflightRows,
  ...httpApiRows,
  ...elsewhereRows,
];
