import type { UsagePlan } from "../gateway/definition.ts";
import { type Operation, type OperationCall, patches, textIn } from "./operation.ts";

/** Operations on API keys and usage plans. Callers see their changes at once. */
export const keyOperations: readonly Operation[] = [
  {
    method: "GET",
    path: "/apikeys",
    run: ({ account, query }) => {
      const withValues = query.get("includeValues") === "true";
      const items = account.live.apiKeys.map(({ id, value, enabled }) => ({
        id,
        enabled,
        ...(withValues && { value }),
      }));
      return { item: items };
    },
  },
  {
    method: "PATCH",
    path: "/apikeys/{key}",
    run: (call) => {
      const enabled = patches(call).some(({ path, value }) => path === "/enabled" && value === "true");
      const apiKeys = call.account.live.apiKeys.map((key) => (key.id === call.part("key") ? { ...key, enabled } : key));
      call.account.change({ apiKeys });
      return { id: call.part("key"), enabled };
    },
  },
  {
    method: "GET",
    path: "/usageplans",
    run: ({ account }) => ({
      item: account.live.usagePlans.map(({ name, apiStages }) => ({ id: name, name, apiStages })),
    }),
  },
  {
    method: "PATCH",
    path: "/usageplans/{plan}",
    run: (call) => {
      const added = patches(call).map(({ value }) => value.split(":"));
      changePlan(call, (plan) => ({
        ...plan,
        apiStages: [...plan.apiStages, ...added.map(([apiId = "", stage = ""]) => ({ apiId, stage }))],
      }));
      return { id: call.part("plan") };
    },
  },
  {
    method: "POST",
    path: "/usageplans/{plan}/keys",
    run: (call) => {
      const id = textIn(call, "keyId");
      changePlan(call, (plan) => ({ ...plan, keyIds: [...plan.keyIds, id] }));
      return { id };
    },
  },
];

function changePlan({ account, part }: OperationCall, change: (plan: UsagePlan) => UsagePlan): void {
  const { usagePlans } = account.live;
  account.change({ usagePlans: usagePlans.map((plan) => (plan.name === part("plan") ? change(plan) : plan)) });
}
