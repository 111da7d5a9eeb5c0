import {
  both,
  byRestApi,
  changePolicy,
  decidingLayerIs,
  denialIs,
  deniesThisCall,
  iac,
  links,
  principalIsNamed,
  type Rule,
  resourcePolicy,
  says,
  weigh,
} from "../../kit.ts";

export default {
  id: "resource-policy-explicit-deny",
  title: "The API's resource policy explicitly denies the caller",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "resource-policy",
  prior: 0.8,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["anonymous-denied", "principal-denied"]),
    weigh(says("anonymous-denied"), { yes: 2 }),
    weigh(denialIs("explicit"), { yes: 2, no: "never" }),
    weigh(both(decidingLayerIs("resource-based"), deniesThisCall), { yes: "proof" }),
    weigh(decidingLayerIs("resource-based"), { yes: 3, no: -5 }),
    weigh(principalIsNamed, { yes: -1.5 }),
  ],
  means:
    "A Deny statement of the API's resource policy covers this request, typically by address or VPC endpoint. It is evaluated before any authorizer. Negated conditions (NotIpAddress, StringNotEquals) also match when their key is absent.",
  confirm: (subject) => resourcePolicy(subject),
  fix: (subject) => changePolicy(subject, "Narrow the Deny statement, or call by the way that it leaves open."),
  iac: iac.resourcePolicy,
  links: [links.resourcePolicies, links.authorizationFlow],
  expectedResults: {},
} satisfies Rule;
