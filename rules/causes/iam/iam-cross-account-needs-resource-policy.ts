import { both, quote } from "../../../src/diagnosis/clue.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { allowCall, calledResource, callersArn } from "../../advice/caller-advice.ts";
import { links } from "../../advice/links.ts";
import { advice, resourcePolicy } from "../../advice/owner-commands.ts";
import { changePolicy } from "../../advice/rest-advice.ts";
import { callerIsOfOtherAccount } from "../../clues/denied-principal.ts";
import { deniesThisCall } from "../../clues/method-arn.ts";
import { byRestApi } from "../../clues/refused-by.ts";
import { isSigned } from "../../clues/request.ts";
import { decidingLayerIs, denialIs, deniedActionIs, says } from "../../clues/wording.ts";
import type { Rule } from "../../rule.ts";

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
    weigh(deniedActionIs("Invoke"), { no: "never" }),
    weigh(decidingLayerIs("VPC endpoint"), { yes: "never" }),
    weigh(both(both(decidingLayerIs("resource-based"), callerIsOfOtherAccount), deniesThisCall), { yes: "proof" }),
  ],
  means:
    "Between two accounts both sides must allow: the caller's own policy and the API's resource policy. One of them does not.",
  confirm: (subject) => resourcePolicy(subject),
  fix: (subject) => [
    ...changePolicy(
      subject,
      `The API's owner must allow ${quote(callersArn(subject))} as Principal in the API's resource policy, for ${quote(calledResource(subject))}.`,
    ),
    advice("The caller's account must allow the same call in the caller's own policies."),
    allowCall(subject),
  ],
  links: [links.authorizationFlow, links.resourcePolicies],
  expectedResults: {},
} satisfies Rule;
