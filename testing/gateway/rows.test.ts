import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientResponse } from "./client.ts";
import { demoAccount } from "./demo-account.ts";
import { hostNames, type RunningGateway, rows, startGateway } from "./index.ts";
import { hashOf } from "./refusals.ts";

interface Expected {
  readonly status?: number;
  readonly errorType: string | undefined;
  readonly body: string | RegExp;
}

const forbidden = { errorType: "ForbiddenException", body: '{"message":"Forbidden"}' };
const missingToken = {
  errorType: "MissingAuthenticationTokenException",
  body: '{"message":"Missing Authentication Token"}',
};
const unknownClient = {
  errorType: "UnrecognizedClientException",
  body: '{"message":"The security token included in the request is invalid."}',
};
const httpForbidden = { errorType: undefined, body: '{"message":"Forbidden"}' };
const incomplete = (body: RegExp): Expected => ({ errorType: "IncompleteSignatureException", body });
const invalid = (body: RegExp): Expected => ({ errorType: "InvalidSignatureException", body });
const denied = (body: RegExp): Expected => ({ errorType: "AccessDeniedException", body });

/** By row id where rows of a cause differ, by cause otherwise. */
const expectations: Readonly<Record<string, Expected>> = {
  "rest-route-not-found": missingToken,
  "rest-root-without-method": missingToken,
  "rest-route-not-found-with-auth-header": incomplete(
    /^\{"message":"Invalid key=value pair \(missing equal-sign\) in Authorization header \(hashed with SHA-256 and encoded with Base64\): '[\w+/]{43}='\."\}$/,
  ),
  "rest-route-not-found-with-auth-header-2022": incomplete(
    /^\{"message":"'([\w.-]+)' not a valid key=value pair \(missing equal-sign\) in Authorization header: 'Bearer \1'\."\}$/,
  ),
  "rest-route-not-found-with-auth-header-word": incomplete(
    /requires 'SignedHeaders' parameter\. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header\. \(Hashed with SHA-256 and encoded with Base64\) Authorization=[\w+/]{43}=/,
  ),
  "rest-route-not-found-with-auth-header-word-2022": incomplete(
    /^\{"message":"Authorization header requires 'Credential' parameter\. Authorization header requires 'Signature' parameter\. Authorization header requires 'SignedHeaders' parameter\. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header\. Authorization=allow"\}$/,
  ),
  "custom-domain-stage-in-path": missingToken,
  "rest-stage-missing-or-unknown": forbidden,
  "custom-domain-no-base-path-mapping": forbidden,
  "custom-domain-mapping-without-stage": forbidden,
  "custom-domain-host-mismatch": forbidden,
  "default-endpoint-disabled": forbidden,
  "private-api-missing-api-id": forbidden,
  "vpc-endpoint-policy-denied": denied(
    /^\{"Message":"User: anonymous .+ because no VPC endpoint policy allows the execute-api:Invoke action"\}$/,
  ),
  "mtls-client-cert-rejected": forbidden,
  "lambda-authorizer-explicit-deny": denied(
    /^\{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"\}$/,
  ),
  "lambda-authorizer-explicit-deny-2022": denied(
    /^\{"Message":"User is not authorized to access this resource with an explicit deny"\}$/,
  ),
  "lambda-authorizer-implicit-deny": denied(
    /^\{"Message":"User is not authorized to access this resource because no identity-based policy allows the execute-api:Invoke action"\}$/,
  ),
  "lambda-authorizer-implicit-deny-2022": denied(/^\{"Message":"User is not authorized to access this resource"\}$/),
  "lambda-authorizer-cached-policy": denied(
    /^\{"Message":"User is not authorized to access this resource because no identity-based policy/,
  ),
  "iam-explicit-deny": denied(
    /^\{"Message":"User: arn:aws:iam::123456789012:user\/suspended is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:\*{8}9012:\w+\/prod\/GET\/ledger with an explicit deny in an identity-based policy"\}$/,
  ),
  "iam-explicit-deny-2022": denied(/\/prod\/GET\/ledger with an explicit deny"\}$/),
  "iam-identity-policy-implicit-deny": denied(
    /user\/intern .+\/prod\/GET\/ledger because no identity-based policy allows the execute-api:Invoke action"\}$/,
  ),
  "iam-identity-policy-implicit-deny-2022": denied(/user\/intern .+\/prod\/GET\/ledger"\}$/),
  "iam-cross-account-needs-resource-policy": denied(
    /::210987654321:user\/auditor .+ because no resource-based policy allows the execute-api:Invoke action"\}$/,
  ),
  "iam-auth-unsigned-request": missingToken,
  "iam-auth-non-sigv4-authorization": incomplete(/Invalid key=value pair/),
  "sigv4-access-key-unknown": unknownClient,
  "sigv4-session-token-missing-or-invalid": unknownClient,
  "sigv4-session-token-expired": {
    errorType: "ExpiredTokenException",
    body: '{"message":"The security token included in the request is expired"}',
  },
  "sigv4-clock-skew": invalid(
    /^\{"message":"Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)"\}$/,
  ),
  "sigv4-clock-skew-ahead": invalid(
    /^\{"message":"Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)"\}$/,
  ),
  "sigv4-presigned-url-expired": invalid(/^\{"message":"Signature expired: /),
  "sigv4-signature-mismatch": invalid(
    /does not match the signature you provided.+The Canonical String for this request should have been\\n'GET\\n\/prod\/ledger\\n\\nhost:\w+\.execute-api/,
  ),
  "sigv4-signature-mismatch-query": invalid(/should have been\\n'GET\\n\/prod\/ledger\\nyear=2025\\nhost:/),
  "sigv4-scope-mismatch": invalid(/^\{"message":"Credential should be scoped to a valid region\. "\}$/),
  "sigv4-scope-mismatch-2022": invalid(
    /^\{"message":"Credential should be scoped to a valid region, not 'us-east-1'\. "\}$/,
  ),
  "sigv4-scope-mismatch-service": invalid(
    /^\{"message":"Credential should be scoped to correct service: 'execute-api'\. "\}$/,
  ),
  "sigv4-malformed-authorization": incomplete(
    /^\{"message":"Authorization header requires 'Signature' parameter\. Authorization header requires 'SignedHeaders' parameter/,
  ),
  "resource-policy-explicit-deny": denied(
    /^\{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:\*{8}9012:\w+\/prod\/GET\/admin with an explicit deny in a resource-based policy"\}$/,
  ),
  "resource-policy-explicit-deny-2022": denied(/\/prod\/GET\/admin with an explicit deny"\}$/),
  "resource-policy-implicit-deny": denied(
    /\/prod\/GET\/internal because no resource-based policy allows the execute-api:Invoke action"\}$/,
  ),
  "resource-policy-implicit-deny-2022": denied(/\/prod\/GET\/internal"\}$/),
  "resource-policy-principal-requires-iam": denied(/User: anonymous .+\/GET\/ledger because no resource-based policy/),
  "api-key-missing": forbidden,
  "api-key-invalid-or-disabled": forbidden,
  "api-key-not-in-usage-plan": forbidden,
  "api-key-authorizer-source": forbidden,
  "waf-blocked-apigw": forbidden,
  "waf-challenge-or-captcha": { status: 202, errorType: undefined, body: "" },
  "preflight-options-not-defined": missingToken,
  "preflight-options-requires-auth": missingToken,
  "preflight-options-requires-auth-api-key": forbidden,
  "http-api-jwt-insufficient-scope": httpForbidden,
  "http-api-lambda-authorizer-deny": httpForbidden,
  "http-api-iam-denied": httpForbidden,
  "websocket-connect-denied": denied(
    /^\{"message":"User is not authorized to access this resource with an explicit deny/,
  ),
  "integration-403-passthrough": { errorType: undefined, body: /^\{"error":"subscription_expired"/ },
  "corporate-proxy-403": { errorType: undefined, body: /squid/ },
  "cloudfront-waf-blocked": { errorType: undefined, body: /\nRequest blocked\.\n/ },
  "cloudfront-geo-restricted": { errorType: undefined, body: /block access from your country/ },
  "lambda-url-forbidden": denied(/^\{"Message":"Forbidden\. For troubleshooting Function URL/),
  "s3-access-denied": { errorType: undefined, body: /<Error><Code>AccessDenied<\/Code>/ },
  "application-own-403": { errorType: undefined, body: /<center>nginx/ },
};

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

/** What a browser would have refused: the preflight where the row is about one, else the request. */
async function cause(
  row: (typeof rows)[number],
): Promise<{ answer: ClientResponse; siblings: ClientResponse[]; authorization: string | undefined }> {
  const made = await row.request();
  const siblings: ClientResponse[] = [];
  for (const sibling of made.siblings ?? []) siblings.push(await gateway.request(sibling));
  const headers = { origin: "https://app.example.com" };
  const preflight = {
    url: made.url,
    method: "OPTIONS",
    headers: { ...headers, "access-control-request-method": made.method },
  };
  const { authorization } = made.headers;
  return {
    answer: await gateway.request(row.preflight ? preflight : { ...made, headers: { ...headers, ...made.headers } }),
    siblings,
    authorization,
  };
}

describe("each row is refused as its cause says", () => {
  it.each(rows.map((row) => [row.id, row] as const))("%s", async (id, row) => {
    const base = id.replace(/-unreadable$/, "");
    const expected = expectations[base] ?? expectations[row.cause];
    if (!expected) throw new Error(`No expectation for ${id}`);
    const { answer, siblings } = await cause(row);
    expect(siblings.map((sibling) => sibling.status)).toEqual(siblings.map(() => 200));
    expect(answer.status).toBe(expected.status ?? 403);
    expect(answer.headers["x-amzn-errortype"]).toBe(expected.errorType);
    if (typeof expected.body === "string") expect(answer.body).toBe(expected.body);
    else expect(answer.body).toMatch(expected.body);
    expect(answer.headers["content-length"]).toBe(String(Buffer.byteLength(answer.body)));
    const preflightFailed = row.preflight;
    expect(row.hiddenByCors).toBe(preflightFailed || answer.headers["access-control-allow-origin"] === undefined);
  });
});

describe("rows that a page sends after a preflight", () => {
  const needing = rows.filter((row) => !row.preflight);
  it.each(needing.map((row) => [row.id, row] as const))("%s gets past it", async (_id, row) => {
    const made = await row.request();
    const custom = Object.keys(made.headers).filter((name) => name !== "content-type");
    if (custom.length === 0 && ["GET", "POST"].includes(made.method)) return;
    const preflight = await gateway.request({
      url: made.url,
      method: "OPTIONS",
      headers: {
        origin: "https://app.example.com",
        "access-control-request-method": made.method,
        "access-control-request-headers": custom.join(","),
      },
    });
    expect(preflight.status).toBeLessThan(300);
    expect(preflight.headers["access-control-allow-origin"]).toBe("*");
    expect(preflight.headers["access-control-allow-methods"]).toContain(made.method);
    const allowed = (preflight.headers["access-control-allow-headers"] ?? "").toLowerCase().split(",");
    expect(custom.filter((name) => !allowed.includes(name.toLowerCase()))).toEqual([]);
  });
});

describe("headers", () => {
  const answerOf = async (id: string) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) throw new Error(`No row ${id}`);
    return cause(row);
  };

  it("identify a REST API, without a trace id", async () => {
    const { answer } = await answerOf("rest-route-not-found");
    expect(answer.headers["x-amzn-requestid"]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(answer.headers["x-amz-apigw-id"]).toMatch(/^[\w]{14}=$/);
    expect(answer.headers["content-type"]).toBe("application/json");
    expect(answer.headers["content-length"]).toBe("42");
    expect(answer.headers["x-amzn-trace-id"]).toBeUndefined();
    expect(answer.headers["via"]).toBeUndefined();
  });

  it("of an edge endpoint show CloudFront", async () => {
    const { answer } = await answerOf("lambda-authorizer-explicit-deny-2022");
    expect(answer.headers["x-cache"]).toBe("Error from cloudfront");
    expect(answer.headers["via"]).toMatch(/^1\.1 [\da-f]{32}\.cloudfront\.net \(CloudFront\)$/);
  });

  it("of an HTTP API are one id, and the scopes wanted", async () => {
    const { answer } = await answerOf("http-api-jwt-insufficient-scope");
    expect(answer.headers["apigw-requestid"]).toMatch(/=$/);
    expect(answer.headers["x-amzn-requestid"]).toBeUndefined();
    expect(answer.headers["www-authenticate"]).toBe(
      'Bearer scope="baskets:read baskets:write" error="insufficient_scope" error_description="expected scopes: [baskets:read baskets:write]"',
    );
  });

  it("of a function's own 403 have a trace id", async () => {
    const { answer } = await answerOf("integration-403-passthrough");
    expect(answer.headers["x-amzn-trace-id"]).toMatch(/^Root=1-/);
  });

  it("echo the hash of the Authorization header that was sent", async () => {
    const { answer, authorization } = await answerOf("rest-route-not-found-with-auth-header");
    expect(answer.body).toContain(hashOf(authorization ?? ""));
  });
});

describe("the set of rows", () => {
  it("has one id each", () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  it("calls only names that lead to the gateway", async () => {
    const names = new Set(hostNames(demoAccount));
    const made = await Promise.all(rows.map((row) => row.request()));
    const called = made
      .flatMap((request) => [request, ...(request.siblings ?? [])])
      .map((request) => new URL(request.url).hostname);
    expect(called.filter((name) => !names.has(name))).toEqual([]);
    expect([...names].filter((name) => !gateway.hostRules.includes(`MAP ${name} 127.0.0.1:`))).toEqual([]);
  });
});
