import { otherCredentialWorks } from "../src/diagnosis/clues/callers.ts";
import { tokenHadExpired } from "../src/diagnosis/clues/clock.ts";
import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { isPreflight } from "../src/diagnosis/clues/request.ts";
import { denialIs, says } from "../src/diagnosis/clues/wording.ts";
import { command } from "../src/diagnosis/command.ts";
import { links } from "../src/diagnosis/links.ts";
import { apiId, region, tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "lambda-authorizer-explicit-deny",
  title: "The Lambda authorizer denied the caller",
  refusedBy: "api-gateway",
  who: "API Gateway's Lambda authorizer",
  refusedAt: "authorizer",
  prior: 1,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["authorizer-denied"]),
    weigh(says("authorizer-denied"), { yes: 2 }),
    weigh(denialIs("explicit"), { yes: 3, no: "never" }),
    weigh(tokenHadExpired, { yes: 0.5 }),
    weigh(otherCredentialWorks, { yes: 0.5 }),
    weigh(isPreflight, { yes: -1 }),
  ],
  means:
    "The authorizer ran (or a cached policy of it was used) and returned Deny for this request. Route and identity source are there; what it found wrong (an expired token, a missing right, a quota) only its own logs say.",
  confirm: (subject) => ({
    says: "Ask the authorizer what it makes of the token.",
    command: command`aws apigateway test-invoke-authorizer --rest-api-id ${apiId(subject)} --authorizer-id AUTHORIZER_ID --headers Authorization=TOKEN --region ${region(subject)}`,
  }),
  fix: () => [
    tell("Get a fresh token or the right that is missing."),
    {
      says: "Read the authorizer's log at the time of the request.",
      command: "aws logs tail /aws/lambda/AUTHORIZER_FUNCTION --since 1h",
    },
  ],
  links: [links.authorizer, links.article],
  wouldAnswer: { "fresh-token": "may be accepted at once" },
} satisfies Rule;
