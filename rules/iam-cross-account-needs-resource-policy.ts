import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { isSigned } from "../src/diagnosis/clues/request.ts";
import { callerIsOfOtherAccount, denialIs, says } from "../src/diagnosis/clues/wording.ts";
import { links } from "../src/diagnosis/links.ts";
import { deploy, resourcePolicy, tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "iam-cross-account-needs-resource-policy",
  title: "A caller of another account needs the API's resource policy too",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "resource-policy",
  prior: 0.3,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["principal-denied"]),
    weigh(isSigned, { no: -2 }),
    weigh(says("principal-denied"), { yes: 1 }),
    weigh(callerIsOfOtherAccount, { yes: 4, no: "never" }),
    weigh(denialIs("explicit"), { yes: "never" }),
  ],
  means:
    "Between two accounts both sides must allow: the caller's own policy and the API's resource policy. One of them does not.",
  confirm: (subject) => resourcePolicy(subject),
  fix: (subject) => [
    tell(
      "Allow the caller's ARN as Principal in the API's resource policy, and execute-api:Invoke in the caller's own policy.",
    ),
    deploy(subject),
  ],
  links: [links.authorizationFlow, links.resourcePolicies],
  wouldAnswer: {},
} satisfies Rule;
