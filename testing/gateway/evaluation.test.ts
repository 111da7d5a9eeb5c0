import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { freshState, type GatewayState } from "./call.ts";
import type { AccessKey, Account, LambdaAuthorizer, PolicyDocument, RestApi } from "./definition.ts";
import { evaluate } from "./evaluation.ts";
import { type GatewayRequest, HeaderList } from "./request.ts";
import type { Answer } from "./response.ts";
import { type SigningInput, signedHeaders } from "./signer.ts";

const host = "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
const now = new Date("2025-06-01T12:00:00Z");
const allowAll: PolicyDocument = { Statement: [{ Effect: "Allow", Action: "execute-api:*", Resource: "*" }] };
const key: AccessKey = {
  accessKeyId: "AKIATESTCALLEREXAMPL",
  secretAccessKey: randomUUID(),
  principalArn: "arn:aws:iam::123456789012:user/tester",
  accountId: "123456789012",
  policies: [allowAll],
};
const ok = { type: "LAMBDA", respond: () => ({ statusCode: 200, headers: {}, body: "ok" }) } as const;

let asked = 0;
const authorizer: LambdaAuthorizer = {
  kind: "LAMBDA",
  name: "authorizer",
  identitySources: [{ in: "header", name: "authorization" }],
  resultTtlInSeconds: 300,
  decide: (event) => {
    asked += 1;
    return {
      principalId: "p",
      policyDocument: {
        Statement: [
          {
            Effect: event.identity[0] === "good" ? "Allow" : "Deny",
            Action: "execute-api:Invoke",
            Resource: event.methodArn,
          },
        ],
      },
    };
  },
};

function api(changes: Partial<RestApi> = {}): RestApi {
  const method = (authorization: "NONE" | "AWS_IAM" | LambdaAuthorizer, apiKeyRequired = false) => ({
    GET: { authorization, apiKeyRequired, integration: ok },
  });
  return {
    kind: "REST",
    id: "a1b2c3d4e5",
    region: "eu-west-1",
    endpointType: "REGIONAL",
    wording: "2025",
    stages: [{ name: "prod" }],
    gatewayResponses: {},
    resources: [
      { path: "/open", methods: method("NONE") },
      { path: "/iam", methods: method("AWS_IAM", true) },
      { path: "/custom", methods: method(authorizer, true) },
      { path: "/other", methods: method(authorizer) },
      { path: "/keyed", methods: method("NONE", true) },
      { path: "/items/{id}", methods: method("NONE") },
      {
        path: "/items/new",
        methods: {
          GET: {
            authorization: "NONE",
            integration: { ...ok, respond: () => ({ statusCode: 200, headers: {}, body: "new" }) },
          },
        },
      },
    ],
    ...changes,
  };
}

function account(changes: Partial<Account> = {}, apiChanges: Partial<RestApi> = {}): Account {
  return {
    id: "123456789012",
    apis: [api(apiChanges)],
    customDomains: [],
    vpcEndpoints: [],
    accessKeys: [key],
    apiKeys: [],
    usagePlans: [],
    neighbours: [],
    ...changes,
  };
}

function request(
  path: string,
  headers: Record<string, string> = {},
  changes: Partial<GatewayRequest> = {},
): GatewayRequest {
  return {
    method: "GET",
    host,
    path,
    query: "",
    headers: new HeaderList(Object.entries(headers)),
    body: Buffer.alloc(0),
    sourceIp: "198.51.100.7",
    clientCertificate: "not-asked",
    upgrade: false,
    receivedAt: now,
    ...changes,
  };
}

function signed(path: string, changes: Partial<SigningInput> = {}): Record<string, string> {
  return signedHeaders({ method: "GET", url: `https://${host}${path}`, key, region: "eu-west-1", at: now, ...changes });
}

let state: GatewayState;
beforeEach(() => {
  state = freshState();
  asked = 0;
});

function ask(given: GatewayRequest, of: Account): Answer {
  const outcome = evaluate(given, of, state);
  if (outcome.kind !== "answer") throw new Error(`Expected a response, got ${outcome.kind}`);
  return outcome;
}

function errorType(given: GatewayRequest, of: Account): string {
  const answered = ask(given, of);
  return answered.headers.find(([name]) => name === "x-amzn-errortype")?.[1] ?? String(answered.status);
}

const denyEveryone: PolicyDocument = {
  Statement: [{ Effect: "Deny", Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" }],
};
const blockAll = { rules: [{ name: "all", action: "block" as const, matches: () => true }] };

describe("the earliest refusal wins", () => {
  it("stage before WAF", () => {
    const walled = account(
      {},
      {
        stages: [
          { name: "prod", webAcl: { rules: [{ name: "challenge", action: "challenge", matches: () => true }] } },
        ],
      },
    );
    expect(ask(request("/nope/open"), walled).status).toBe(403);
    expect(ask(request("/prod/open"), walled).status).toBe(202);
  });

  it("WAF before routing", () => {
    expect(errorType(request("/prod/missing"), account({}, { stages: [{ name: "prod", webAcl: blockAll }] }))).toBe(
      "ForbiddenException",
    );
    expect(errorType(request("/prod/missing"), account())).toBe("MissingAuthenticationTokenException");
  });

  it("routing before the resource policy", () => {
    expect(errorType(request("/prod/missing"), account({}, { resourcePolicy: denyEveryone }))).toBe(
      "MissingAuthenticationTokenException",
    );
    expect(errorType(request("/prod/open"), account({}, { resourcePolicy: denyEveryone }))).toBe(
      "AccessDeniedException",
    );
  });

  it("the resource policy's explicit deny before the authorizer", () => {
    const fenced = account({}, { resourcePolicy: denyEveryone });
    expect(errorType(request("/prod/custom"), fenced)).toBe("AccessDeniedException");
    expect(asked).toBe(0);
    expect(errorType(request("/prod/custom"), account())).toBe("UnauthorizedException");
  });

  it("with AWS_IAM the signature before the resource policy, which then knows the caller", () => {
    const fenced = account({}, { resourcePolicy: denyEveryone });
    expect(errorType(request("/prod/iam"), fenced)).toBe("MissingAuthenticationTokenException");
    expect(ask(request("/prod/iam", signed("/prod/iam")), fenced).body).toContain(
      "User: arn:aws:iam::123456789012:user/tester",
    );
  });

  it("the authorizer before the API key", () => {
    expect(errorType(request("/prod/custom", { authorization: "bad" }), account())).toBe("AccessDeniedException");
    expect(errorType(request("/prod/custom", { authorization: "good" }), account())).toBe("ForbiddenException");
  });

  it("a client certificate before everything", () => {
    const of = account({ customDomains: [{ name: "m.example.com", mutualTls: true, mappings: [] }] });
    expect(evaluate(request("/", {}, { host: "m.example.com", clientCertificate: "none" }), of, state).kind).toBe(
      "cut",
    );
    expect(errorType(request("/", {}, { host: "m.example.com", clientCertificate: "untrusted" }), of)).toBe(
      "ForbiddenException",
    );
  });
});

describe("SigV4 complains in AWS's order", () => {
  const message = (headers: Record<string, string>) => ask(request("/prod/iam", headers), account()).body;
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const stranger = { accessKeyId: "AKIASTRANGEREXAMPLE2", secretAccessKey: "x" };

  it("scope before clock", () =>
    expect(message(signed("/prod/iam", { at: hourAgo, region: "us-east-1" }))).toContain("valid region"));
  it("clock before key id", () =>
    expect(message(signed("/prod/iam", { at: hourAgo, key: stranger }))).toContain("Signature expired"));
  it("key id before signature", () =>
    expect(message(signed("/prod/iam", { key: stranger }))).toContain(
      "security token included in the request is invalid",
    ));
  it("the signature last", () =>
    expect(message(signed("/prod/iam", { key: { ...stranger, accessKeyId: key.accessKeyId } }))).toContain(
      "signature we calculated",
    ));
  it("five minutes are allowed", () =>
    expect(message(signed("/prod/iam", { at: new Date(now.getTime() - 299_000) }))).toContain("Forbidden"));
});

describe("policies", () => {
  const only = (Effect: "Allow" | "Deny", condition: object): PolicyDocument => ({
    Statement: [
      { Effect, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/prod/*", Condition: condition },
    ],
  });

  it("tell source addresses apart", () => {
    const inside = account(
      {},
      { resourcePolicy: only("Allow", { IpAddress: { "aws:SourceIp": ["198.51.100.0/24"] } }) },
    );
    expect(ask(request("/prod/open"), inside).status).toBe(200);
    expect(ask(request("/prod/open", {}, { sourceIp: "203.0.113.9" }), inside).status).toBe(403);
    expect(ask(request("/prod/open", {}, { sourceIp: "2001:db8::1" }), inside).status).toBe(403);
  });

  it("a negated operator holds for an absent key", () => {
    const fenced = account({}, { resourcePolicy: only("Deny", { StringNotEquals: { "aws:SourceVpce": "vpce-1" } }) });
    expect(ask(request("/prod/open"), fenced).body).toContain("with an explicit deny in a resource-based policy");
  });

  it("either side's allow is enough within the account, across accounts both are needed", () => {
    const resourcePolicy = only("Allow", {});
    const without = { ...key, policies: [] };
    expect(
      errorType(request("/prod/iam", signed("/prod/iam")), account({ accessKeys: [without] }, { resourcePolicy })),
    ).toBe("ForbiddenException");
    expect(
      errorType(
        request("/prod/iam", signed("/prod/iam")),
        account({ accessKeys: [{ ...without, accountId: "210987654321" }] }, { resourcePolicy }),
      ),
    ).toBe("AccessDeniedException");
  });
});

describe("the authorizer's cache", () => {
  it("responds for another method with the same identity, until its time is over", () => {
    const of = account();
    expect(ask(request("/prod/other", { authorization: "good" }), of).status).toBe(200);
    expect(errorType(request("/prod/custom", { authorization: "good" }), of)).toBe("AccessDeniedException");
    expect(asked).toBe(1);
    const later = { receivedAt: new Date(now.getTime() + 301_000) };
    expect(errorType(request("/prod/custom", { authorization: "good" }, later), of)).toBe("ForbiddenException");
    expect(asked).toBe(2);
  });
});

describe("API keys", () => {
  const keyed = (plan: { rateLimit?: number; quota?: number }) =>
    account({
      apiKeys: [{ id: "k", value: "v", enabled: true }],
      usagePlans: [{ name: "p", keyIds: ["k"], apiStages: [{ apiId: "a1b2c3d4e5", stage: "prod" }], ...plan }],
    });

  it("are throttled by the second", () => {
    const of = keyed({ rateLimit: 1 });
    expect(ask(request("/prod/keyed", { "X-API-Key": "v" }), of).status).toBe(200);
    expect(errorType(request("/prod/keyed", { "x-api-key": "v" }), of)).toBe("TooManyRequestsException");
    expect(
      ask(request("/prod/keyed", { "x-api-key": "v" }, { receivedAt: new Date(now.getTime() + 1000) }), of).status,
    ).toBe(200);
  });

  it("run out of quota", () => {
    const of = keyed({ quota: 1 });
    expect(ask(request("/prod/keyed", { "x-api-key": "v" }), of).status).toBe(200);
    expect(errorType(request("/prod/keyed", { "x-api-key": "v" }), of)).toBe("LimitExceededException");
  });
});

describe("routes", () => {
  it("prefer the literal segment", () => {
    expect(ask(request("/prod/items/new"), account()).body).toBe("new");
    expect(ask(request("/prod/items/7"), account()).body).toBe("ok");
    expect(ask(request("/prod/items/7/"), account()).body).toBe("ok");
    expect(ask(request("/prod/items/7/8"), account()).status).toBe(403);
  });

  it("a greedy parameter needs a segment", () => {
    const of = account(
      {},
      { resources: [{ path: "/{proxy+}", methods: { ANY: { authorization: "NONE", integration: ok } } }] },
    );
    expect(ask(request("/prod/a/b/c"), of).status).toBe(200);
    expect(ask(request("/prod/"), of).status).toBe(403);
    expect(ask(request("/prod"), of).status).toBe(403);
  });
});

describe("gateway responses", () => {
  it("change status, headers and body, not the error type", () => {
    const of = account(
      {},
      {
        gatewayResponses: {
          MISSING_AUTHENTICATION_TOKEN: {
            status: 404,
            headers: { "access-control-allow-origin": "*" },
            template: '{"error":$context.error.messageString,"type":"$context.error.responseType"}',
          },
        },
      },
    );
    const answered = ask(request("/prod/missing"), of);
    expect(answered.status).toBe(404);
    expect(answered.body).toBe('{"error":"Missing Authentication Token","type":"MISSING_AUTHENTICATION_TOKEN"}');
    expect(answered.headers).toContainEqual(["access-control-allow-origin", "*"]);
    expect(errorType(request("/prod/missing"), of)).toBe("MissingAuthenticationTokenException");
  });

  it("don't reach refusals made before a stage was known", () => {
    const of = account({}, { gatewayResponses: { DEFAULT_4XX: { headers: { "access-control-allow-origin": "*" } } } });
    expect(ask(request("/nope/open"), of).headers).not.toContainEqual(["access-control-allow-origin", "*"]);
    expect(ask(request("/prod/missing"), of).headers).toContainEqual(["access-control-allow-origin", "*"]);
  });
});

describe("an HTTP API", () => {
  const http = account({
    apis: [
      {
        kind: "HTTP",
        id: "a1b2c3d4e5",
        region: "eu-west-1",
        stages: ["$default"],
        routes: [
          { key: "GET /a", authorization: "NONE", integration: ok },
          { key: "GET /iam", authorization: "AWS_IAM", integration: ok },
        ],
      },
    ],
  });

  it("says 404 to what it doesn't know", () => {
    expect(ask(request("/b"), http)).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
  });

  it("lets a signed caller pass and tells nobody else why not", () => {
    expect(ask(request("/iam", signed("/iam")), http).status).toBe(200);
    expect(ask(request("/iam"), http)).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    expect(ask(request("/iam", { authorization: "Bearer x" }), http)).toMatchObject({
      status: 403,
      body: '{"message":"Forbidden"}',
    });
  });
});
