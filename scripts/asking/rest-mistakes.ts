import type { Account, Method, RestApi, WebAclRule } from "../../e2e/gateway/definition.ts";
import { sizeRestrictionsBody, sqlInjectionInQuery } from "../../e2e/gateway/waf.ts";
import {
  account,
  answers,
  apiId,
  asks,
  authorizer,
  domain,
  domainName,
  endpoint,
  restApi,
  type Surroundings,
} from "./definitions.ts";
import type { PageRequest, Situation } from "./situation.ts";

/** What a mistake is made of: the account with it, and what the request that it refuses looks like. */
interface Mistake {
  readonly title: string;
  readonly cause: string;
  /** URLs in front of the path; the stage's where they are left out. */
  readonly bases?: readonly string[];
  readonly path?: string;
  readonly headers?: PageRequest["headers"];
  readonly verbs?: readonly string[];
  readonly hasUntrustedCertificate?: boolean;
  define(verb: string, surroundings: Surroundings): Account;
}

/** What a request sends, whether or not the mistake is about it. */
interface Content {
  readonly title: string;
  readonly query?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

const plain: Content = { title: "plain" };
const queries: readonly Content[] = [
  { title: "query", query: "?sort=name&dir=up" },
  { title: "attack", query: "?q=1%27%20or%20%271%27%3D%271" },
];
const contents: Readonly<Record<string, readonly Content[]>> = {
  GET: [plain, ...queries, { title: "no user agent", headers: { "user-agent": undefined } }],
  HEAD: [plain, ...queries],
  POST: [
    { title: "small body", body: "x".repeat(20) },
    { title: "large body", body: "x".repeat(9000) },
  ],
  DELETE: [plain],
};

const open: Method = { authorization: "NONE", integration: answers };
const keyed: Method = { ...open, apiKeyRequired: true };
const signed: Method = { ...open, authorization: "AWS_IAM" };
const verbs = ["GET", "HEAD", "POST", "DELETE"];
const bearer = { authorization: "Bearer opaque-token" };
const key = { id: "k1", value: "some-key", enabled: true };
const sentKey = { "x-api-key": key.value };
const stageUrl = `${endpoint}/prod`;
const shopUrl = `${domain}/shop`;

function works(verb: string, around: Surroundings, changes: Partial<RestApi> = {}): RestApi {
  return restApi(open, [verb], around, changes);
}

function blocks(name: string, matches: WebAclRule["matches"]): WebAclRule {
  return { name, action: "block", matches };
}

const shop = { key: "shop", apiId, stage: "prod" };

function mapped(mappings: Account["customDomains"][number]["mappings"], mutualTls = false): Mistake["define"] {
  return (verb, around) => account(works(verb, around), { customDomains: [{ name: domainName, mutualTls, mappings }] });
}

function withDomain(defined: Account): Account {
  return { ...defined, customDomains: [{ name: domainName, mappings: [shop] }] };
}

const elsewhere = [{ name: "live" }, { name: "dev" }];
const otherKey = { id: "k2", value: "another-key", enabled: true };

/** Everything but the mistake is the same in all of them: no name of a URL, header or content tells one from another. */
const mistakes: readonly Mistake[] = [
  {
    title: "unknown stage",
    cause: "rest-stage-missing-or-unknown",
    bases: [stageUrl, endpoint],
    define: (verb, around) => account(works(verb, around, { stages: elsewhere })),
  },
  {
    title: "no known stage",
    cause: "rest-stage-missing-or-unknown",
    bases: [stageUrl, endpoint],
    define: (verb, around) => account(works(verb, around, { stages: [{ name: "live" }] })),
  },
  {
    title: "endpoint disabled",
    cause: "default-endpoint-disabled",
    bases: [stageUrl, endpoint],
    define: (verb, around) => account(works(verb, around, { disableExecuteApiEndpoint: true })),
  },
  {
    title: "no key",
    cause: "api-key-missing",
    bases: [stageUrl, shopUrl],
    define: (verb, around) => withDomain(account(restApi(keyed, [verb], around), { apiKeys: [otherKey] })),
  },
  {
    title: "unknown key",
    cause: "api-key-invalid-or-disabled",
    bases: [stageUrl, shopUrl],
    headers: sentKey,
    define: (verb, around) => withDomain(account(restApi(keyed, [verb], around), { apiKeys: [otherKey] })),
  },
  {
    title: "key in no plan",
    cause: "api-key-not-in-usage-plan",
    bases: [stageUrl, shopUrl],
    headers: sentKey,
    define: (verb, around) => withDomain(account(restApi(keyed, [verb], around), { apiKeys: [key] })),
  },
  firewall("attack in the query", sqlInjectionInQuery()),
  firewall(
    "a word of the query",
    blocks("query", ({ query }) => query.includes("dir=")),
  ),
  firewall("large body", sizeRestrictionsBody()),
  firewall(
    "path",
    blocks("path", ({ path }) => path.includes("/orders/17")),
  ),
  firewall(
    "address",
    blocks("address", ({ sourceIp }) => sourceIp === "203.0.113.9"),
  ),
  firewall(
    "no user agent",
    blocks("agent", ({ headers }) => headers.get("user-agent") === undefined),
  ),
  {
    title: "no mapping",
    cause: "custom-domain-no-base-path-mapping",
    bases: [shopUrl],
    define: mapped([{ key: "store", apiId, stage: "prod" }]),
  },
  {
    title: "mapping without a stage",
    cause: "custom-domain-mapping-without-stage",
    bases: [shopUrl],
    define: mapped([{ key: "shop", apiId }]),
  },
  {
    title: "untrusted certificate",
    cause: "mtls-client-cert-rejected",
    bases: [shopUrl],
    hasUntrustedCertificate: true,
    define: mapped([shop], true),
  },
  {
    title: "no such route",
    cause: "rest-route-not-found",
    bases: [stageUrl, shopUrl],
    define: (_, around) => withDomain(account(restApi(open, [], { ...around, catchesAll: false }))),
  },
  {
    title: "no such route below the root of a domain",
    cause: "rest-route-not-found",
    bases: [shopUrl],
    define: (verb, around) => {
      const api = works(verb, { ...around, catchesAll: false });
      return account(api, { customDomains: [{ name: domainName, mappings: [{ key: "", apiId, stage: "prod" }] }] });
    },
  },
  {
    title: "no such route, with a token",
    cause: "rest-route-not-found-with-auth-header",
    headers: bearer,
    define: (_, around) => account(restApi(open, [], { ...around, catchesAll: false })),
  },
  {
    title: "no HEAD",
    cause: "rest-route-not-found",
    verbs: ["HEAD"],
    define: (_, around) => account(works("GET", { ...around, catchesAll: false })),
  },
  {
    title: "no method on the root",
    cause: "rest-root-without-method",
    path: "/",
    define: (verb, around) => account(works(verb, { ...around, catchesAll: false })),
  },
  {
    title: "stage in the path of a custom domain",
    cause: "custom-domain-stage-in-path",
    bases: [shopUrl],
    define: (verb, around) => {
      const api = works(verb, { ...around, catchesAll: false }, { stages: [{ name: "shop" }] });
      return account(api, { customDomains: [{ name: domainName, mappings: [{ key: "", apiId, stage: "shop" }] }] });
    },
  },
  {
    title: "unsigned",
    cause: "iam-auth-unsigned-request",
    bases: [stageUrl, shopUrl],
    define: (verb, around) => withDomain(account(restApi(signed, [verb], around))),
  },
  {
    title: "a token where a signature is wanted",
    cause: "iam-auth-non-sigv4-authorization",
    headers: bearer,
    define: (verb, around) => account(restApi(signed, [verb], around)),
  },
  {
    title: "authorizer denies",
    cause: "lambda-authorizer-explicit-deny",
    headers: bearer,
    define: (verb, around) => account(restApi({ ...open, authorization: says("Deny", "*") }, [verb], around)),
  },
  {
    title: "authorizer allows another path",
    cause: "lambda-authorizer-implicit-deny",
    headers: bearer,
    define: (verb, around) =>
      account(restApi({ ...open, authorization: says("Allow", "*/GET/health") }, [verb], around)),
  },
];

function firewall(title: string, rule: WebAclRule): Mistake {
  const stages = [{ name: "prod", webAcl: { rules: [rule] } }, { name: "dev" }];
  const define: Mistake["define"] = (verb, around) => withDomain(account(works(verb, around, { stages })));
  return { title: `firewall: ${title}`, cause: "waf-blocked-apigw", bases: [stageUrl, shopUrl], define };
}

function says(effect: "Allow" | "Deny", resource: string) {
  return authorizer({ Statement: [{ Effect: effect, Action: "execute-api:Invoke", Resource: resource }] });
}

const surroundings: readonly Surroundings[] = [true, false].flatMap((hasOptions) =>
  [true, false].map((catchesAll) => ({ hasOptions, catchesAll })),
);

/** What the page did before: nothing, or calls that work where nothing but the mistake prevents it. */
function histories(base: string): readonly (readonly [title: string, before: readonly PageRequest[]])[] {
  const [health, other] = [asks("GET", `${base}/health`), asks("GET", `${new URL(base).origin}/dev/health`)];
  return [
    ["nothing before", []],
    ["another path before", [health]],
    ["another stage before", [other]],
    ["both before", [health, other]],
  ];
}

/** The mistakes of REST APIs in all their variations; some of which are not refused. */
export function restMistakes(): readonly Situation[] {
  return mistakes.flatMap((mistake) =>
    (mistake.bases ?? [stageUrl]).flatMap((base) =>
      (mistake.verbs ?? verbs).flatMap((verb) => varied(mistake, base, verb)),
    ),
  );
}

function varied(mistake: Mistake, base: string, verb: string): Situation[] {
  return (contents[verb] ?? [plain]).flatMap((content) =>
    surroundings.flatMap((around) =>
      histories(base).map(([title, before]) => ({
        name: [mistake.title, base, verb, content.title, wordsOf(around), title].join(", "),
        cause: mistake.cause,
        account: mistake.define(verb, around),
        before,
        refused: refused(mistake, base, verb, content),
        hasUntrustedCertificate: mistake.hasUntrustedCertificate ?? false,
      })),
    ),
  );
}

function refused({ path = "/orders/17", headers }: Mistake, base: string, verb: string, content: Content): PageRequest {
  return asks(verb, `${base}${path}${content.query ?? ""}`, { ...headers, ...content.headers }, content.body);
}

function wordsOf({ hasOptions, catchesAll }: Surroundings): string {
  return `${hasOptions ? "OPTIONS" : "no OPTIONS"}${catchesAll ? " and a route for all paths" : ""}`;
}
