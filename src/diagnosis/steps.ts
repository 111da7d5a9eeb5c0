/**
 * API Gateway's order of evaluation: the first step that refuses ends the request.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html for
 * policy, authorizer and key; the steps before them follow from which refusals need no credentials.
 */
export const steps = [
  { id: "in-front", label: "In front" },
  { id: "tls", label: "TLS" },
  { id: "host", label: "Host" },
  { id: "stage", label: "Stage" },
  { id: "waf", label: "WAF" },
  { id: "route", label: "Route" },
  { id: "resource-policy", label: "Policy" },
  { id: "authorizer", label: "Authorizer" },
  { id: "api-key", label: "API key" },
  { id: "throttle", label: "Throttle" },
  { id: "integration", label: "Integration" },
] as const;

export type StepId = (typeof steps)[number]["id"] | "elsewhere";
