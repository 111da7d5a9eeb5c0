import type { GatewayResponses, PolicyDocument } from "../gateway/definition.ts";
import type { DraftApi } from "./draft-api.ts";
import { type Operation, type OperationCall, type Patch, patches, textIn } from "./operation.ts";
import { ServiceError } from "./service-error.ts";

const ofApi = "/restapis/{api}";

function draft({ account, part }: OperationCall): DraftApi {
  return account.draft(part("api"));
}

/** Operations on REST APIs as a whole. */
export const restApiOperations: readonly Operation[] = [
  { method: "GET", path: ofApi, run: (call) => shown(draft(call)) },
  {
    method: "PATCH",
    path: ofApi,
    run: (call) => {
      for (const patch of patches(call)) changeApi(draft(call), patch);
      return shown(draft(call));
    },
  },
  {
    method: "POST",
    path: `${ofApi}/deployments`,
    run: (call) => {
      call.account.deploy(call.part("api"), textIn(call, "stageName"));
      return { id: "d1" };
    },
  },
  {
    method: "GET",
    path: `${ofApi}/stages`,
    run: ({ account, part }) => {
      const api = account.live.apis.find(({ id }) => id === part("api"));
      return { item: api?.stages.map((stage) => ({ stageName: typeof stage === "string" ? stage : stage.name })) };
    },
  },
  {
    method: "GET",
    path: `${ofApi}/stages/{stage}/exports/{type}`,
    run: (call) => ({
      openapi: "3.0.1",
      paths: Object.fromEntries(draft(call).resources.map(({ path }) => [path, {}])),
    }),
  },
  {
    method: "DELETE",
    path: `${ofApi}/stages/{stage}/cache/authorizers`,
    run: ({ account, part }) => account.emptyAuthorizerCache(part("api"), part("stage")),
  },
  {
    method: "GET",
    path: `${ofApi}/gatewayresponses`,
    run: (call) => ({
      item: Object.entries(draft(call).settings.gatewayResponses).map(([responseType]) => ({ responseType })),
    }),
  },
  {
    method: "PATCH",
    path: `${ofApi}/gatewayresponses/{type}`,
    run: (call) => {
      for (const patch of patches(call)) changeGatewayResponse(draft(call), call.part("type"), patch);
      return { responseType: call.part("type") };
    },
  },
  {
    method: "DELETE",
    path: `${ofApi}/gatewayresponses/{type}`,
    run: (call) => draft(call).resetGatewayResponse(call.part("type") as keyof GatewayResponses),
  },
  {
    method: "GET",
    path: `${ofApi}/authorizers`,
    run: (call) => ({
      item: draft(call)
        .authorizers()
        .map(({ id, authorizer: { name, resultTtlInSeconds } }) => ({
          id,
          name,
          type: "REQUEST",
          authorizerResultTtlInSeconds: resultTtlInSeconds,
        })),
    }),
  },
  {
    method: "PATCH",
    path: `${ofApi}/authorizers/{authorizer}`,
    run: (call) => {
      const old = draft(call).authorizer(call.part("authorizer"));
      const ttl = patches(call).find(({ path }) => path === "/authorizerResultTtlInSeconds");
      draft(call).replaceAuthorizer(old, { ...old, resultTtlInSeconds: Number(ttl?.value) });
      return { id: call.part("authorizer") };
    },
  },
];

/** The service returns the policy with its quotes escaped. */
function shown({ id, settings: { apiKeySource, disableExecuteApiEndpoint, resourcePolicy } }: DraftApi): object {
  const policy = resourcePolicy && JSON.stringify(resourcePolicy).replaceAll('"', '\\"');
  return {
    id,
    policy,
    apiKeySource: apiKeySource ?? "HEADER",
    disableExecuteApiEndpoint: disableExecuteApiEndpoint ?? false,
  };
}

function changeApi(api: DraftApi, { path, value }: Patch): void {
  switch (path) {
    case "/policy":
      api.settings = { ...api.settings, resourcePolicy: JSON.parse(value) as PolicyDocument };
      break;
    case "/apiKeySource":
      api.settings = { ...api.settings, apiKeySource: value === "AUTHORIZER" ? "AUTHORIZER" : "HEADER" };
      break;
    case "/disableExecuteApiEndpoint":
      api.settings = { ...api.settings, disableExecuteApiEndpoint: /^true$/i.test(value) };
      break;
    default:
      throw new ServiceError(400, `Invalid patch path ${path}`);
  }
}

function changeGatewayResponse(api: DraftApi, type: string, { path, value }: Patch): void {
  const header = /^\/responseParameters\/gatewayresponse\.header\.([\w-]+)$/.exec(path)?.[1];
  const text = /^'(.*)'$/.exec(value)?.[1];
  if (header === undefined || text === undefined) throw new ServiceError(400, "Invalid mapping expression specified");
  api.setGatewayResponse(type as keyof GatewayResponses, header.toLowerCase(), text);
}
