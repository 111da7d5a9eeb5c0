import {
  advice,
  both,
  byRestApi,
  decidingLayerIs,
  denialIs,
  deniedActionIs,
  deniesThisCall,
  isSigned,
  layerAdvice,
  links,
  narrowDeny,
  principalIsNamed,
  type Rule,
  says,
  simulate,
  weigh,
} from "../../kit.ts";

export default {
  id: "iam-explicit-deny",
  title: "A policy explicitly denies the caller",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.5,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["principal-denied"]),
    weigh(isSigned, { no: -2 }),
    weigh(says("principal-denied"), { yes: 1 }),
    weigh(principalIsNamed, { yes: 0.5 }),
    weigh(denialIs("explicit"), { yes: 2, no: "never" }),
    weigh(deniedActionIs("Invoke"), { no: "never" }),
    weigh(decidingLayerIs("resource-based"), { yes: "never" }),
    weigh(decidingLayerIs("VPC endpoint"), { yes: -4 }),
    weigh(both(decidingLayerIs("service control"), deniesThisCall), { yes: "proof" }),
    weigh(both(decidingLayerIs("identity-based"), deniesThisCall), { yes: "proof" }),
    weigh(both(decidingLayerIs("permissions boundary"), deniesThisCall), { yes: "proof" }),
    weigh(both(decidingLayerIs("session"), deniesThisCall), { yes: "proof" }),
    weigh(both(decidingLayerIs("resource control"), deniesThisCall), { yes: "proof" }),
  ],
  means:
    "The caller is known, and a Deny statement covers this call. It wins over every Allow. The end of the message names the layer that holds it, when it says so: identity-based, service control, permissions boundary, session.",
  confirm: (subject) => simulate(subject),
  fix: (subject) => [
    layerAdvice(subject) ??
      advice(
        "The message names no layer: look for the Deny in the caller's own policies, its permissions boundary, the API's resource policy and the organisation's policies.",
      ),
    narrowDeny(subject),
  ],
  links: [links.iam, links.authorizationFlow],
  expectedResults: {},
} satisfies Rule;
