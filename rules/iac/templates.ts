/** The IaC templates that rules name. */
export { apiMapping } from "./api-mapping.ts";
export { authorizerCache } from "./authorizer-cache.ts";
export { defaultEndpoint } from "./default-endpoint.ts";
export { openMethod, preflightMethod } from "./methods.ts";
export { readableResponses } from "./readable-responses.ts";
export { resourcePolicy } from "./resource-policy.ts";
export { restStage } from "./rest-stage.ts";
export { usagePlan } from "./usage-plan.ts";
