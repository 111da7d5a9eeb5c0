import {
  advice,
  apiId,
  bodyIsLarge,
  byHttpApi,
  command,
  everythingIsRefused,
  isSigned,
  links,
  notForPreflight,
  type Rule,
  region,
  sameCallerMaySameRoute,
  sendsNoIdentity,
  siblingsAreSigned,
  signCall,
  signedSameRequestWorks,
  tokenLacksScope,
  unknownPathIsNotFound,
  weigh,
} from "../../kit.ts";

const unsigned = {
  "without-authorization": "refused",
  "signed-call": "accepted",
  "fresh-token": "refused",
  "client-certificate": ["not asked", "asked"],
} as const;

export default {
  id: "http-api-iam-denied",
  title: "The HTTP API wants IAM, and the caller isn't allowed",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.35,
  clues: [
    ...byHttpApi,
    notForPreflight,
    weigh(tokenLacksScope, { yes: "never" }),
    weigh(isSigned, { yes: 2.5, no: -1 }),
    weigh(sendsNoIdentity, { yes: 0.5 }),
    weigh(sameCallerMaySameRoute, { yes: -6 }),
    weigh(bodyIsLarge, { yes: -1 }),
    weigh(siblingsAreSigned, { yes: 1.5 }),
    weigh(signedSameRequestWorks, { yes: 2 }),
    weigh(everythingIsRefused, { yes: -0.5 }),
    weigh(unknownPathIsNotFound, { yes: 1 }),
  ],
  means:
    "With IAM authorization an HTTP API returns `Forbidden` for a missing signature, a bad one, and a missing permission alike.",
  confirm: (subject) => ({
    says: "See which authorization the route has.",
    ...command`aws apigatewayv2 get-routes --api-id ${apiId(subject)} --region ${region(subject)} --query ${"Items[].[RouteKey,AuthorizationType]"}`,
  }),
  fix: (subject) => [
    signCall(subject, "Sign the request, if it is not."),
    advice(
      "Allow execute-api:Invoke on `API_ID/$default/VERB/path` in the caller's policy; the default stage is spelt `$default`. HTTP APIs have no resource policy, so callers of another account must assume a role of the API's account.",
    ),
  ],
  links: [links.iam],
  expectedResults: [
    {
      ...unsigned,
      "random-path": "no such route",
      "stage-root": "no such route",
      "content-on-random-path": "no such route",
      "options-on-path": "accepted",
    },
    // A route for all paths and verbs requires a signature everywhere.
    {
      ...unsigned,
      "random-path": "refused",
      "stage-root": "refused",
      "content-on-random-path": "refused",
      "options-on-path": "refused",
    },
  ],
} satisfies Rule;
