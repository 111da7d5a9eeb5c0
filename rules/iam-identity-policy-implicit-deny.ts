import { sameCallerMaySameRoute } from "../src/diagnosis/clues/callers.ts";
import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { isSigned } from "../src/diagnosis/clues/request.ts";
import {
  callerIsOfOtherAccount,
  decidingLayerIs,
  denialIs,
  principalIsNamed,
  says,
} from "../src/diagnosis/clues/wording.ts";
import { command } from "../src/diagnosis/command.ts";
import { links } from "../src/diagnosis/links.ts";
import { invokePolicy, simulate } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "iam-identity-policy-implicit-deny",
  title: "No policy allows the caller to invoke this method",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.8,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["principal-denied"]),
    weigh(isSigned, { no: -2 }),
    weigh(sameCallerMaySameRoute, { yes: -3 }),
    weigh(says("principal-denied"), { yes: 2 }),
    weigh(principalIsNamed, { yes: 1 }),
    weigh(denialIs("explicit"), { yes: "never" }),
    weigh(callerIsOfOtherAccount, { yes: -2.5 }),
    weigh(decidingLayerIs("identity-based"), { yes: 2, no: -3 }),
  ],
  means:
    "The signature is good and the caller known, but no statement of its policies allows execute-api:Invoke on this stage, verb and path. Host, stage, path and method are right.",
  confirm: ({ refusal }) => simulate(refusal.known ? refusal.value.message : ""),
  fix: (subject) => [
    {
      says: "Allow the call in a policy of the caller's role or user.",
      command: command`aws iam put-role-policy --role-name ROLE --policy-name invoke-api --policy-document ${invokePolicy(subject)}`,
    },
  ],
  links: [links.iam, links.authorizationFlow],
  wouldAnswer: {},
} satisfies Rule;
