import { type Operation, type OperationCall, patches, textIn } from "./operation.ts";

/** Operations on the mappings of custom domains, in both versions of the service. */
export const mappingOperations: readonly Operation[] = [
  {
    method: "GET",
    path: "/domainnames/{domain}/basepathmappings",
    run: (call) => ({
      item: mappings(call).map(({ key, apiId, stage }) => ({ basePath: key || "(none)", restApiId: apiId, stage })),
    }),
  },
  {
    method: "PATCH",
    path: "/domainnames/{domain}/basepathmappings/{base}",
    run: (call) => {
      const stage = patches(call).find(({ path }) => path === "/stage")?.value ?? "";
      const key = call.part("base").replace("(none)", "");
      const changed = mappings(call).map((each) => (each.key === key ? { ...each, stage } : each));
      call.account.setMappings(call.part("domain"), changed);
      return { stage };
    },
  },
  {
    method: "GET",
    path: "/v2/domainnames/{domain}/apimappings",
    run: (call) => ({
      items: mappings(call).map(({ key, apiId, stage }, index) => ({
        apiMappingId: `m${index}`,
        apiMappingKey: key,
        apiId,
        stage,
      })),
    }),
  },
  {
    method: "POST",
    path: "/v2/domainnames/{domain}/apimappings",
    run: (call) => {
      const added = { key: textIn(call, "apiMappingKey"), apiId: textIn(call, "apiId"), stage: textIn(call, "stage") };
      call.account.setMappings(call.part("domain"), [...mappings(call), added]);
      return { apiMappingKey: added.key };
    },
  },
  {
    method: "PATCH",
    path: "/v2/domainnames/{domain}/apimappings/{mapping}",
    run: (call) => {
      const led = { apiId: textIn(call, "apiId"), stage: textIn(call, "stage") };
      const changed = mappings(call).map((each, index) =>
        `m${index}` === call.part("mapping") ? { ...each, ...led } : each,
      );
      call.account.setMappings(call.part("domain"), changed);
      return led;
    },
  },
];

function mappings({ account, part }: OperationCall) {
  return account.mappings(part("domain"));
}
