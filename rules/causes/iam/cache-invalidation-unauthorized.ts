import {
  advice,
  apiId,
  byRestApi,
  change,
  command,
  deniedActionIs,
  notForPreflight,
  type Rule,
  region,
  says,
  stage,
  wantsCacheRenewed,
  weigh,
  worksFromCache,
} from "../../kit.ts";

export default {
  id: "cache-invalidation-unauthorized",
  title: "The caller may not renew the stage's cache",
  refusedBy: "api-gateway",
  who: "API Gateway's cache",
  refusedAt: "authorizer",
  prior: 0.03,
  clues: [
    ...byRestApi(
      ["AccessDeniedException", "UnauthorizedException"],
      ["unauthorized", "authorizer-denied", "principal-denied", "anonymous-denied"],
    ),
    notForPreflight,
    weigh(wantsCacheRenewed, { yes: 2, no: -6 }),
    weigh(worksFromCache, { yes: 2.5 }),
    weigh(says("unauthorized"), { yes: 2 }),
    weigh(deniedActionIs("InvalidateCache"), { yes: 6, no: -5 }),
  ],
  means:
    "The stage caches responses and lets only authorized callers renew them. The request asks for that with `Cache-Control: max-age=0`, as a browser's reload does, and its caller lacks `execute-api:InvalidateCache`.",
  confirm: (subject) => ({
    says: "See whether renewing the cache needs authorization, and what happens without.",
    ...command`aws apigateway get-stage --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --region ${region(subject)} --query methodSettings`,
  }),
  fix: (subject) => [
    advice("Send the request without `Cache-Control: max-age=0`, or allow the caller `execute-api:InvalidateCache`."),
    change(
      "Or let API Gateway ignore the wish of callers who may not.",
      command`aws apigateway update-stage --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --region ${region(subject)} --patch-operations ${"op=replace,path=/*/*/caching/unauthorizedCacheControlHeaderStrategy,value=SUCCEED_WITHOUT_RESPONSE_HEADER"}`,
    ),
  ],
  links: [
    {
      label: "Developer guide: cache settings for REST APIs",
      url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
    },
  ],
  expectedResults: {},
} satisfies Rule;
