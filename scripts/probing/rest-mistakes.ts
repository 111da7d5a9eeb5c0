import type { Account, Method, RestApi, WebAclRule } from "../../testing/gateway/definition.ts";
import { sizeRestrictionsBody, sqlInjectionInQuery } from "../../testing/gateway/waf.ts";
import {
  account,
  answers,
  apiId,
  authorizer,
  domain,
  domainName,
  endpoint,
  restApi,
  type Surroundings,
} from "./definitions.ts";
import type { PageRequest } from "./situation.ts";

/** What a mistake is made of: the account with it, and what the request that it refuses looks like. */
export interface Mistake {
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

const open: Method = { authorization: "NONE", integration: answers };
const keyed: Method = { ...open, apiKeyRequired: true };
const signed: Method = { ...open, authorization: "AWS_IAM" };
const bearer = { authorization: "Bearer opaque-token" };
const key = { id: "k1", value: "some-key", enabled: true };
const sentKey = { "x-api-key": key.value };
export const stageUrl = `${endpoint}/prod`;
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

const otherApiId = "f6g7h8i9j0";
const regionalTarget = "d-k1l2m3n4o5.execute-api.eu-west-1.amazonaws.com";
const vpcEndpoint = {
  id: "vpce-0a1b2c3d4e5f60718",
  dnsName: "vpce-0a1b2c3d4e5f60718-abcd1234.execute-api.eu-west-1.vpce.amazonaws.com",
};
/** What a browser says of the request that a preflight is for. */
const announced = { "access-control-request-method": "PUT" };
const elsewhere = [{ name: "live" }, { name: "dev" }];
const otherKey = { id: "k2", value: "another-key", enabled: true };

/** Everything but the mistake is the same in all of them: no name of a URL, header or content tells one from another. */
export const restMistakes: readonly Mistake[] = [
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
  {
    title: "name of the regional target",
    cause: "custom-domain-host-mismatch",
    bases: [`https://${regionalTarget}/shop`],
    define: (verb, around) => {
      const customDomains = [{ name: domainName, regionalTarget, mappings: [shop] }];
      return account(works(verb, around), { customDomains });
    },
  },
  {
    title: "private API without its id",
    cause: "private-api-missing-api-id",
    bases: [`https://${vpcEndpoint.dnsName}/prod`],
    define: (verb, around) =>
      account(works(verb, around, { endpointType: "PRIVATE" }), { vpcEndpoints: [vpcEndpoint] }),
  },
  {
    title: "key that the authorizer has to give",
    cause: "api-key-authorizer-source",
    headers: sentKey,
    define: (verb, around) => {
      const identitySources = [{ in: "header", name: "x-api-key" }] as const;
      const method = { ...keyed, authorization: { ...says("Allow", "*"), identitySources } };
      return account(restApi(method, [verb], around, { apiKeySource: "AUTHORIZER" }), { apiKeys: [key] });
    },
  },
  {
    title: "mapping to another API",
    cause: "custom-domain-wrong-api-mapped",
    bases: [shopUrl],
    define: (verb, around) => {
      const other = restApi(open, [], { ...around, catchesAll: false }, { id: otherApiId });
      const customDomains = [{ name: domainName, mappings: [{ ...shop, apiId: otherApiId }] }];
      return account(works(verb, around), { apis: [works(verb, around), other], customDomains });
    },
  },
  {
    title: "preflight without OPTIONS",
    cause: "preflight-options-not-defined",
    bases: [stageUrl, shopUrl],
    verbs: ["OPTIONS"],
    headers: announced,
    define: (_, around) => withDomain(account(works("PUT", { ...around, hasOptions: false }))),
  },
  {
    title: "preflight of a signed OPTIONS",
    cause: "preflight-options-requires-auth",
    bases: [stageUrl, shopUrl],
    verbs: ["OPTIONS"],
    headers: announced,
    define: (_, around) => withDomain(account(restApi(signed, ["OPTIONS", "PUT"], { ...around, hasOptions: false }))),
  },
  {
    title: "preflight of an OPTIONS that wants a key",
    cause: "preflight-options-requires-auth",
    bases: [stageUrl, shopUrl],
    verbs: ["OPTIONS"],
    headers: announced,
    define: (_, around) => withDomain(account(restApi(keyed, ["OPTIONS", "PUT"], { ...around, hasOptions: false }))),
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
