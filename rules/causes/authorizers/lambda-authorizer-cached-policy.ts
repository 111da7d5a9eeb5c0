import {
  advice,
  allowedWithinCacheTime,
  apiId,
  byRestApi,
  change,
  command,
  denialIs,
  deniedOutsideCacheTime,
  deploy,
  iac,
  links,
  mayBeCachedFromBefore,
  type Rule,
  refusalIsFast,
  region,
  says,
  stage,
  weigh,
} from "../../kit.ts";

export default {
  id: "lambda-authorizer-cached-policy",
  title: "A cached authorizer policy covers only the first path",
  refusedBy: "api-gateway",
  who: "API Gateway's Lambda authorizer",
  refusedAt: "authorizer",
  prior: 0.3,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["authorizer-denied"]),
    weigh(says("authorizer-denied"), { yes: 2 }),
    weigh(denialIs("explicit"), { yes: -2.5 }),
    weigh(allowedWithinCacheTime, { yes: 2.2, no: -1 }),
    weigh(deniedOutsideCacheTime, { yes: -3 }),
    weigh(mayBeCachedFromBefore, { yes: 0.3 }),
    weigh(refusalIsFast, { yes: 0.8 }),
  ],
  means:
    "The authorizer's response is cached for the credential, and its policy names only the method that was called first. Until the cache ends (five minutes unless set otherwise) every other method is denied without asking the authorizer again.",
  confirm: (subject) => ({
    says: "See how long the authorizer's responses are cached.",
    ...command`aws apigateway get-authorizers --rest-api-id ${apiId(subject)} --region ${region(subject)} --query ${"items[].[id,name,authorizerResultTtlInSeconds]"}`,
  }),
  fix: (subject) => [
    advice(
      "Let the authorizer return a policy for all methods that the credential may call (Resource ending in `/STAGE/*/*`).",
    ),
    change(
      "Or turn the cache off.",
      command`aws apigateway update-authorizer --rest-api-id ${apiId(subject)} --authorizer-id AUTHORIZER_ID --region ${region(subject)} --patch-operations op=replace,path=/authorizerResultTtlInSeconds,value=0`,
    ),
    deploy(subject),
    change(
      "Empty it now.",
      command`aws apigateway flush-stage-authorizers-cache --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --region ${region(subject)}`,
    ),
  ],
  iac: iac.authorizerCache,
  links: [links.authorizer],
  expectedResults: { "fresh-token": "accepted", "known-route": "accepted" },
} satisfies Rule;
