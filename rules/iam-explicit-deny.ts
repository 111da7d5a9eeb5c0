import { both } from "../src/diagnosis/clues/answer.ts";
import { answeredByRestApi } from "../src/diagnosis/clues/envelope.ts";
import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { isSigned } from "../src/diagnosis/clues/request.ts";
import { decidingLayerIs, denialIs, principalIsNamed, says } from "../src/diagnosis/clues/wording.ts";
import { links } from "../src/diagnosis/links.ts";
import { simulate, tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

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
    weigh(decidingLayerIs("resource-based"), { yes: "never" }),
    weigh(decidingLayerIs("VPC endpoint"), { yes: -4 }),
    weigh(both(decidingLayerIs("service control"), answeredByRestApi), { yes: "proof" }),
    weigh(both(decidingLayerIs("identity-based"), answeredByRestApi), { yes: "proof" }),
    weigh(both(decidingLayerIs("permissions boundary"), answeredByRestApi), { yes: "proof" }),
    weigh(both(decidingLayerIs("session"), answeredByRestApi), { yes: "proof" }),
    weigh(both(decidingLayerIs("resource control"), answeredByRestApi), { yes: "proof" }),
  ],
  means:
    "The caller is known, and a Deny statement covers this call. It wins over every Allow. The end of the message names the layer that holds it, when it says so: identity-based, service control, permissions boundary, session.",
  confirm: ({ refusal }) => simulate(refusal.known ? refusal.value.message : ""),
  fix: () => [
    tell(
      "Remove or narrow the Deny statement in the layer that the message names. Service and resource control policies belong to the organisation's administrators.",
    ),
  ],
  links: [links.iam, links.authorizationFlow],
  wouldAnswer: {},
} satisfies Rule;
