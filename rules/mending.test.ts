import { afterEach, describe, expect, it } from "vitest";
import { carefulFix } from "../src/diagnosis/careful-fix.ts";
import type { Case } from "../src/diagnosis/case.ts";
import type { Advice } from "../src/diagnosis/diagnosis.ts";
import { Follower, type Wish } from "../testing/control-plane/follower.ts";
import { type RunningControlPlane, startControlPlane } from "../testing/control-plane/index.ts";
import { caseIn } from "../testing/examples/case.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import type { Account } from "../testing/gateway/definition.ts";
import { callers, demoAccount, executeApiHost, names } from "../testing/gateway/demo-account.ts";
import { evaluate } from "../testing/gateway/evaluation.ts";
import { type RowRequest, rows } from "../testing/gateway/index.ts";
import { type GatewayRequest, HeaderList } from "../testing/gateway/request.ts";
import type { Answer } from "../testing/gateway/response.ts";
import { hasProgram } from "../testing/programs.ts";
import type { ExampleExchange } from "./example.ts";
import { rules } from "./index.ts";
import { pageView } from "./page-view.ts";

const origin = "https://app.example.com";

function gatewayRequest({ url, method, headers, body = "" }: RowRequest): GatewayRequest {
  const { hostname, pathname, search } = new URL(url);
  return {
    method,
    host: hostname,
    path: pathname,
    query: search.slice(1),
    headers: new HeaderList([["host", hostname], ...Object.entries(headers)]),
    body: Buffer.from(body),
    sourceIp: "198.51.100.7",
    clientCertificate: "not-asked",
    upgrade: false,
    receivedAt: new Date(),
  };
}

function ask(request: RowRequest, { account }: RunningControlPlane): Answer {
  const outcome = evaluate(gatewayRequest(request), account.live, account.state);
  if (outcome.kind !== "answer") throw new Error("no answer");
  return outcome;
}

function recorded(request: RowRequest, { status, headers, body }: Answer): ExampleExchange {
  return {
    method: request.method,
    url: request.url,
    requestHeaders: request.headers,
    ...(request.body === undefined ? {} : { requestBody: request.body }),
    status,
    responseHeaders: Object.fromEntries(headers),
    responseBody: body,
    ...(request.method === "OPTIONS" ? { resourceType: "preflight" } : {}),
  };
}

interface Requests {
  readonly refused: RowRequest;
  readonly siblings: readonly RowRequest[];
}

/** What the row's page sends, or the preflight that stops it. */
async function requestsOf(id: string): Promise<Requests> {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  const { siblings = [], ...request } = await row.request();
  return { siblings, refused: row.preflight ? preflightOf(request) : fromPage(request) };
}

function fromPage(request: RowRequest): RowRequest {
  return { ...request, headers: { ...request.headers, origin } };
}

function preflightOf({ url, method, headers }: RowRequest): RowRequest {
  const asked = Object.keys(headers).filter((name) => !["host", "accept"].includes(name));
  return {
    url,
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": method,
      "access-control-request-headers": asked.join(",").toLowerCase(),
    },
  };
}

let plane: RunningControlPlane | null = null;
let follower: Follower | null = null;

afterEach(async () => {
  await plane?.close();
  follower?.leave();
  plane = null;
  follower = null;
});

interface Followed {
  readonly before: Answer;
  readonly after: Answer;
  readonly live: Account;
}

/** The refused request of a row, before and after somebody followed advice about it. */
async function followed(
  id: string,
  wish: Wish,
  adviceFor: (subject: Case) => readonly Advice[],
  account: Account = demoAccount,
): Promise<Followed> {
  return followedFor(await requestsOf(id), wish, adviceFor, account);
}

async function followedFor(
  { refused, siblings }: Requests,
  wish: Wish,
  adviceFor: (subject: Case) => readonly Advice[],
  account: Account,
): Promise<Followed> {
  const started = await startControlPlane(account);
  plane = started;
  const seen = siblings.map((each) => recorded(each, ask(each, started)));
  const before = ask(refused, started);
  const subject = caseIn(recordingOf({ title: "", exchanges: [...seen, recorded(refused, before)] }));
  follower = new Follower(started.endpoint, wish);
  await follower.follow(adviceFor(subject));
  return { before, after: ask(refused, started), live: started.account.live };
}

/** The fix of the row's cause as it is shown where the cause is not certain: with its check. */
function fixOf(cause: string): (subject: Case) => readonly Advice[] {
  const rule = rules.find(({ id }) => id === cause);
  if (rule === undefined) throw new Error(`no rule ${cause}`);
  return (subject) => carefulFix(rule, subject, "likely");
}

const newMethod = {
  AUTHORIZATION_TYPE: "NONE",
  FUNCTION_NAME: "orders",
  FUNCTION_ARN: "arn:aws:lambda:eu-west-1:123456789012:function:orders",
  ACCOUNT_ID: "123456789012",
};

interface Mended {
  readonly row: string;
  readonly wish?: Wish;
  readonly account?: Account;
}

type Policy = { readonly Statement: readonly object[] } | null;

/** A statement beside those that are there. */
function adds(statement: object): (policy: unknown) => unknown {
  return (policy) => ({ Version: "2012-10-17", Statement: [...((policy as Policy)?.Statement ?? []), statement] });
}

const invoke = { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke" };

/** The policy with the caller's range in every condition about addresses. */
function letsInThisRange(policy: unknown): unknown {
  return JSON.parse(JSON.stringify(policy).replaceAll('"203.0.113.0/24"', '["203.0.113.0/24","198.51.100.0/24"]'));
}

/** The causes that API Gateway's own configuration mends, with what its owner decides. */
const mended: readonly Mended[] = [
  { row: "rest-route-not-found", wish: { resource: "/order", decides: { ...newMethod, PATH_PART: "order" } } },
  {
    row: "rest-route-not-found-method",
    wish: { resource: "/orders", decides: newMethod, leaves: ["create-resource"] },
  },
  { row: "rest-root-without-method", wish: { resource: "/", decides: newMethod } },
  {
    row: "rest-route-not-found-with-auth-header",
    wish: { resource: "/order", decides: { ...newMethod, PATH_PART: "order" } },
  },
  { row: "rest-stage-missing-or-unknown" },
  { row: "custom-domain-no-base-path-mapping", wish: { decides: { API_ID: "r4k9w2x7qa", STAGE: "prod" } } },
  { row: "custom-domain-mapping-without-stage", wish: { decides: { BASE_PATH: "(none)", STAGE: "prod" } } },
  { row: "custom-domain-stage-in-path", wish: { decides: { API_ID: "r4k9w2x7qa", STAGE: "prod" } } },
  { row: "default-endpoint-disabled" },
  { row: "api-key-missing", wish: { resource: "/partners" } },
  { row: "api-key-invalid-or-disabled", wish: { picks: ["k6e7f8g9h0"] } },
  {
    row: "api-key-not-in-usage-plan",
    wish: { picks: ["partners", "k1a2b3c4d5"] },
  },
  { row: "api-key-authorizer-source", account: withAuthorizerKeyInPlan() },
  { row: "lambda-authorizer-cached-policy", wish: { picks: ["shop-authorizer"] } },
  {
    row: "http-api-jwt-insufficient-scope",
    wish: { picks: ["GET /baskets"], decides: { PRESENT_SCOPE: "baskets:read", FURTHER_SCOPE: "orders:read" } },
  },
  { row: "iam-auth-unsigned-request", wish: { resource: "/ledger" } },
  {
    row: "iam-auth-non-sigv4-authorization",
    wish: { resource: "/ledger", picks: ["shop-authorizer"], decides: { AUTHORIZATION_TYPE: "CUSTOM" } },
  },
  { row: "resource-policy-explicit-deny", wish: { edits: letsInThisRange } },
  { row: "resource-policy-implicit-deny", wish: { edits: letsInThisRange } },
  { row: "resource-policy-principal-requires-iam", wish: { resource: "/ledger" } },
  {
    row: "iam-cross-account-needs-resource-policy",
    wish: {
      edits: adds({ ...invoke, Principal: { AWS: [callers.auditor.principalArn] }, Resource: "execute-api:/*" }),
      leaves: ["put-user-policy"],
    },
  },
  { row: "preflight-options-not-defined", wish: { resource: "/orders" } },
  { row: "preflight-options-requires-auth", wish: { resource: "/ledger", leaves: ["update-method"] } },
  { row: "preflight-options-requires-auth-api-key", wish: { resource: "/partners", leaves: ["update-method"] } },
];

/** The API whose key comes from the authorizer, in the plan of the partners. */
function withAuthorizerKeyInPlan(): Account {
  const usagePlans = demoAccount.usagePlans.map((plan) => ({
    ...plan,
    apiStages: [...plan.apiStages, { apiId: names.authorizerKeyApiId, stage: "prod" }],
  }));
  return { ...demoAccount, usagePlans };
}

const isAtHand = hasProgram("aws", "the fixes, run against a control plane");

describe.skipIf(!isAtHand)("the commands of the fix, run as printed", () => {
  it.each(mended)("mend $row", async ({ row, wish = {}, account }) => {
    const cause = rows.find(({ id }) => id === row)?.cause ?? "";
    const { before, after } = await followed(row, wish, fixOf(cause), account);
    expect(before.status).toBe(403);
    expect(isLater(before, after), `${after.status} ${after.body}`).toBe(true);
  });

  it("mend a preflight that an HTTP API's route for everything refuses", async () => {
    const integration = { type: "LAMBDA", respond: () => ({ statusCode: 200, headers: {}, body: "{}" }) } as const;
    const routes = [{ key: "$default", authorization: "AWS_IAM", integration } as const];
    const apis = demoAccount.apis.map((api) =>
      api.kind === "HTTP" && api.id === names.httpApiWithoutCorsId ? { ...api, routes } : api,
    );
    const url = `https://${executeApiHost(names.httpApiWithoutCorsId)}/orders`;
    const refused = preflightOf({ url, method: "PUT", headers: { "x-token": "x" } });
    const wish = { decides: { INTEGRATION_ID: "i0" } };
    const advice = fixOf("preflight-options-requires-auth");
    const { before, after } = await followedFor({ refused, siblings: [] }, wish, advice, { ...demoAccount, apis });
    expect(before.status).toBe(403);
    expect(after.status).toBe(204);
    expect(Object.fromEntries(after.headers)).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "PUT",
      "access-control-allow-headers": "x-token",
    });
  });

  it("lead a mapping to the API that is meant", async () => {
    const domain = {
      name: "shop.example.com",
      mappings: [{ key: "", apiId: names.withoutPreflightId, stage: "prod" }],
    };
    const account = { ...demoAccount, customDomains: [...demoAccount.customDomains, domain] };
    const refused = { url: "https://shop.example.com/orders/1", method: "GET", headers: {} };
    const wish = { picks: [names.withoutPreflightId], decides: { MEANT_API_ID: "r4k9w2x7qa", STAGE: "prod" } };
    const advice = fixOf("custom-domain-wrong-api-mapped");
    const { before, after } = await followedFor({ refused, siblings: [] }, wish, advice, account);
    expect(before.status).toBe(403);
    expect(after.status).toBe(200);
  });

  it("make a refusal readable to its page, and to no other", async () => {
    const rule = rules.find(({ id }) => id === "api-key-missing");
    if (rule === undefined) throw new Error("no rule");
    const readable = (subject: Case) => pageView(rule, subject)?.fix ?? [];
    const { before, after } = await followed("api-key-missing-unreadable", {}, readable);
    expect(headerOf(before)).toBeUndefined();
    expect(after.status).toBe(403);
    expect(headerOf(after)).toBe(origin);
  });

  it("let an HTTP API's pages read refusals, and keep what its CORS configuration had", async () => {
    const rule = rules.find(({ id }) => id === "http-api-jwt-insufficient-scope");
    if (rule === undefined) throw new Error("no rule");
    const kept = { allowOrigins: ["https://other.example.com"], allowMethods: ["PUT"], allowHeaders: ["x-other"] };
    const apis = demoAccount.apis.map((api) =>
      api.kind === "HTTP" && api.id === names.httpApiWithoutCorsId ? { ...api, cors: kept } : api,
    );
    const readable = (subject: Case) => pageView(rule, subject)?.fix ?? [];
    const account = { ...demoAccount, apis };
    const { after, live } = await followed("http-api-jwt-insufficient-scope-unreadable", {}, readable, account);
    expect(headerOf(after)).toBe(origin);
    const changed = live.apis.find(({ id }) => id === names.httpApiWithoutCorsId);
    expect(changed).toMatchObject({
      cors: { allowOrigins: [...kept.allowOrigins, origin], allowMethods: ["PUT", "GET"] },
    });
  });

  it("would not mend a method that lacks its integration: the deployment is refused", async () => {
    const method = fixOf("rest-route-not-found");
    const without = (subject: Case) =>
      method(subject).map((advice) => ({
        ...advice,
        command: advice.command?.replace(/^aws apigateway put-integration .*\n/m, "") ?? null,
      }));
    const wish = { resource: "/orders", decides: newMethod, leaves: ["create-resource"] };
    await expect(followed("rest-route-not-found-method", wish, without)).rejects.toThrow("No integration defined");
  });
});

/** Passed, or refused by something that comes later. */
function isLater(before: Answer, after: Answer): boolean {
  if (after.status < 400) return true;
  const type = (answer: Answer) => answer.headers.find(([name]) => name === "x-amzn-errortype")?.[1];
  return after.status < 500 && (after.status !== before.status || type(after) !== type(before));
}

function headerOf({ headers }: Answer): string | undefined {
  return headers.find(([name]) => name === "access-control-allow-origin")?.[1];
}
