import type { CorsConfiguration, HttpApi, HttpRoute } from "../gateway/definition.ts";
import { type Operation, type OperationCall, textIn } from "./operation.ts";
import { found } from "./service-error.ts";

const ofApi = "/v2/apis/{api}";

/** Operations on HTTP APIs, whose stage deploys by itself. */
export const httpApiOperations: readonly Operation[] = [
  { method: "GET", path: ofApi, run: (call) => ({ apiId: api(call).id, corsConfiguration: api(call).cors }) },
  {
    method: "PATCH",
    path: ofApi,
    run: (call) => {
      const given = call.body["corsConfiguration"] as Partial<CorsConfiguration> | undefined;
      if (given !== undefined) call.account.replaceApi({ ...api(call), cors: wholeCors(given) });
      return { apiId: call.part("api") };
    },
  },
  {
    method: "GET",
    path: `${ofApi}/routes`,
    run: (call) => ({
      items: api(call).routes.map(({ key, authorization, scopes }, index) => ({
        routeId: `t${index}`,
        routeKey: key,
        authorizationType: typeof authorization === "string" ? authorization : "CUSTOM",
        authorizationScopes: scopes,
        target: `integrations/i${index}`,
      })),
    }),
  },
  {
    method: "POST",
    path: `${ofApi}/routes`,
    run: (call) => {
      const index = Number(/^integrations\/i(\d+)$/.exec(textIn(call, "target"))?.[1]);
      const { integration } = found(api(call).routes[index], "Integration");
      const added: HttpRoute = { key: textIn(call, "routeKey"), authorization: "NONE", integration };
      call.account.replaceApi({ ...api(call), routes: [...api(call).routes, added] });
      return { routeKey: added.key };
    },
  },
  {
    method: "PATCH",
    path: `${ofApi}/routes/{route}`,
    run: (call) => {
      const scopes = call.body["authorizationScopes"] as readonly string[];
      const changed = api(call).routes.map((each, index) =>
        `t${index}` === call.part("route") ? { ...each, scopes } : each,
      );
      call.account.replaceApi({ ...api(call), routes: changed });
      return { authorizationScopes: scopes };
    },
  },
  { method: "POST", path: `${ofApi}/deployments`, run: () => ({ deploymentId: "d1" }) },
];

function api({ account, part }: OperationCall): HttpApi {
  return account.httpApi(part("api"));
}

/** The service replaces the configuration as a whole. */
function wholeCors({ allowOrigins = [], allowMethods = [], allowHeaders = [] }: Partial<CorsConfiguration>) {
  return { allowOrigins, allowMethods, allowHeaders };
}
