import { deniedOutsideCacheTime } from "../src/diagnosis/clues/callers.ts";
import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { tokenIsOfCognito } from "../src/diagnosis/clues/token.ts";
import { denialIs, says } from "../src/diagnosis/clues/wording.ts";
import { links } from "../src/diagnosis/links.ts";
import { methodSettings, tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "cognito-authorizer-denied",
  title: "The Cognito authorizer denied the caller",
  refusedBy: "api-gateway",
  who: "API Gateway's Cognito authorizer",
  refusedAt: "authorizer",
  prior: 0.05,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["authorizer-denied"]),
    weigh(says("authorizer-denied"), { yes: 2 }),
    weigh(denialIs("explicit"), { yes: -3 }),
    weigh(denialIs("implicit"), { yes: -2 }),
    weigh(tokenIsOfCognito, { yes: 2.8, no: -3 }),
    weigh(deniedOutsideCacheTime, { yes: 2.5 }),
  ],
  means:
    "Behind a Cognito authorizer this wording means that the token's scopes or a resource policy do not cover the method. Most other token errors are 401.",
  confirm: (subject) => methodSettings(subject),
  fix: () => [tell("Send the access token (not the ID token) with a scope that the method lists.")],
  links: [links.authorizationFlow],
  wouldAnswer: { "fresh-token": "refused again" },
} satisfies Rule;
