import type { Account, Api, ApiMapping, VpcEndpoint } from "./definition.ts";
import { forbidden, notFound, type Refusal } from "./refusals.ts";
import type { GatewayRequest } from "./request.ts";

/** The API and stage a URL leads to, and what is left of the path below them. */
export interface Address {
  readonly kind: "address";
  readonly api: Api;
  readonly stage: string;
  readonly path: string;
  readonly vpcEndpoint: VpcEndpoint | undefined;
}

/** An address refused. The API is given where the host led to one, for an edge endpoint's headers. */
export interface NoAddress {
  readonly kind: "no-address";
  readonly api: Api | undefined;
  readonly refusal: Refusal;
}

interface Host {
  readonly api: Api;
  readonly vpcEndpoint: VpcEndpoint | undefined;
}

const defaultEndpoint = /^([a-z0-9]+)\.execute-api\.([a-z0-9-]+)\.amazonaws\.com$/;
const associatedEndpoint = /^([a-z0-9]+)-(vpce-[0-9a-f]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/;

/** Host, custom domain and mapping, disabled default endpoint, private endpoint, stage: in this order. */
export function findAddress(request: GatewayRequest, account: Account): Address | NoAddress {
  const domain = account.customDomains.find((candidate) => candidate.name === request.host);
  if (domain) return findMapping(request.path, domain.mappings, account);
  const host = findHost(request, account);
  if (!host) return { kind: "no-address", api: undefined, refusal: forbidden("NONE") };
  if (host.api.disableExecuteApiEndpoint) return refuse(host.api);
  return findStage(host, request.path);
}

function findHost(request: GatewayRequest, account: Account): Host | undefined {
  return (
    findDefaultEndpoint(request, account) ??
    findAssociatedEndpoint(request, account) ??
    findVpcEndpoint(request, account)
  );
}

function findDefaultEndpoint(request: GatewayRequest, account: Account): Host | undefined {
  const [, id, region] = defaultEndpoint.exec(request.host) ?? [];
  const api = account.apis.find((candidate) => candidate.id === id && candidate.region === region);
  if (!api) return undefined;
  // Inside a VPC with private DNS the name of a private API leads to the VPC's own endpoint.
  return { api, vpcEndpoint: isPrivate(api) ? account.vpcEndpoints[0] : undefined };
}

function findAssociatedEndpoint(request: GatewayRequest, account: Account): Host | undefined {
  const [, apiId, endpointId] = associatedEndpoint.exec(request.host) ?? [];
  const vpcEndpoint = account.vpcEndpoints.find((candidate) => candidate.id === endpointId);
  return vpcEndpoint && findPrivateApi(apiId, vpcEndpoint, account);
}

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html
// The endpoint's own DNS name says nothing about the API, so a header has to.
function findVpcEndpoint(request: GatewayRequest, account: Account): Host | undefined {
  const vpcEndpoint = account.vpcEndpoints.find((candidate) => candidate.dnsName === request.host);
  return vpcEndpoint && findPrivateApi(request.headers.get("x-apigw-api-id"), vpcEndpoint, account);
}

function findPrivateApi(id: string | undefined, vpcEndpoint: VpcEndpoint, account: Account): Host | undefined {
  const api = account.apis.find((candidate) => candidate.id === id && isPrivate(candidate));
  return api && { api, vpcEndpoint };
}

function isPrivate(api: Api): boolean {
  return api.kind === "REST" && api.endpointType === "PRIVATE";
}

function findMapping(path: string, mappings: readonly ApiMapping[], account: Account): Address | NoAddress {
  const longestFirst = [...mappings].sort((a, b) => b.key.length - a.key.length);
  const mapping = longestFirst.find(({ key }) => key === "" || path === `/${key}` || path.startsWith(`/${key}/`));
  const api = account.apis.find((candidate) => candidate.id === mapping?.apiId);
  if (!mapping || !api) return { kind: "no-address", api: undefined, refusal: forbidden("NONE") };
  const rest = mapping.key === "" ? path : path.slice(mapping.key.length + 1) || "/";
  if (mapping.stage === undefined) return findStage({ api, vpcEndpoint: undefined }, rest);
  return { kind: "address", api, stage: mapping.stage, path: rest, vpcEndpoint: undefined };
}

function findStage(host: Host, path: string): Address | NoAddress {
  const [, first = ""] = path.split("/");
  if (stageNames(host.api).includes(first))
    return { kind: "address", ...host, stage: first, path: path.slice(first.length + 1) || "/" };
  if (stageNames(host.api).includes("$default")) return { kind: "address", ...host, stage: "$default", path };
  return refuse(host.api);
}

function stageNames(api: Api): string[] {
  return api.stages.map((stage) => (typeof stage === "string" ? stage : stage.name));
}

function refuse(api: Api): NoAddress {
  return { kind: "no-address", api, refusal: api.kind === "HTTP" ? notFound() : forbidden("NONE") };
}
