import { type RestCall, routed, type Step } from "./call.ts";
import type { UsagePlan } from "./definition.ts";
import { forbidden, quotaExceeded, type Refusal, throttled } from "./refusals.ts";

/**
 * API key and usage plan. A key that is missing, unknown, disabled or in no plan for this stage gets one and the same
 * response, so only the request shows which.
 */
export const checkApiKey: Step = (call) => {
  if (!routed(call).method.apiKeyRequired) return undefined;
  const value = sentKey(call);
  const key = call.account.apiKeys.find((candidate) => candidate.value === value && candidate.enabled);
  const plan = key && call.account.usagePlans.find((candidate) => covers(candidate, key.id, call));
  if (!key || !plan) return forbidden("INVALID_API_KEY");
  return meter(plan, key.id, call);
};

// With the source AUTHORIZER the header doesn't count, however right it is.
function sentKey(call: RestCall): string | undefined {
  if (call.api.apiKeySource !== "AUTHORIZER") return call.request.headers.get("x-api-key");
  return call.caller.kind === "authorizer" ? call.caller.usageIdentifierKey : undefined;
}

function covers(plan: UsagePlan, keyId: string, call: RestCall): boolean {
  return (
    plan.keyIds.includes(keyId) &&
    plan.apiStages.some(({ apiId, stage }) => apiId === call.api.id && stage === call.stage.name)
  );
}

function meter(plan: UsagePlan, keyId: string, call: RestCall): Refusal | undefined {
  const name = `${plan.name}/${keyId}`;
  const second = Math.floor(call.request.receivedAt.getTime() / 1000);
  const usage = call.state.usage.get(name) ?? { total: 0, second, inSecond: 0 };
  call.state.usage.set(name, {
    total: usage.total + 1,
    second,
    inSecond: usage.second === second ? usage.inSecond + 1 : 1,
  });
  if (plan.quota !== undefined && usage.total >= plan.quota) return quotaExceeded();
  if (plan.rateLimit !== undefined && usage.second === second && usage.inSecond >= plan.rateLimit) return throttled();
  return undefined;
}
