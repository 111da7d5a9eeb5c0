import {
  advice,
  allowedWithinCacheTime,
  apiId,
  byRestApi,
  change,
  command,
  denialIs,
  deniedOutsideCacheTime,
  links,
  quote,
  type Rule,
  region,
  sameCallWasAllowedBefore,
  says,
  stage,
  verb,
  weigh,
} from "../../kit.ts";

export default {
  id: "lambda-authorizer-implicit-deny",
  title: "The Lambda authorizer's policy doesn't cover this method",
  refusedBy: "api-gateway",
  who: "API Gateway's Lambda authorizer",
  refusedAt: "authorizer",
  prior: 0.8,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["authorizer-denied"]),
    weigh(says("authorizer-denied"), { yes: 2 }),
    weigh(denialIs("explicit"), { yes: "never" }),
    weigh(allowedWithinCacheTime, { yes: -0.3 }),
    weigh(deniedOutsideCacheTime, { yes: 2.5 }),
    weigh(sameCallWasAllowedBefore, { yes: -1.5 }),
  ],
  means:
    "The authorizer returned a policy in which no statement covers this verb and path. The route exists and a credential arrived.",
  confirm: (subject) => ({
    says: "See which Resource the authorizer's policy names.",
    ...command`aws apigateway test-invoke-authorizer --rest-api-id ${apiId(subject)} --authorizer-id AUTHORIZER_ID --headers Authorization=TOKEN --region ${region(subject)}`,
  }),
  fix: (subject) => [
    advice(
      `Let the authorizer allow ${quote(`${apiId(subject)}/${stage(subject)}/${verb(subject)}/…`)}, or all routes the caller may use, in the policy that it returns.`,
    ),
    change(
      "Then empty the cache, which holds the old policy.",
      command`aws apigateway flush-stage-authorizers-cache --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --region ${region(subject)}`,
    ),
  ],
  links: [links.authorizer],
  expectedResults: { "fresh-token": "refused", "known-route": "accepted" },
} satisfies Rule;
