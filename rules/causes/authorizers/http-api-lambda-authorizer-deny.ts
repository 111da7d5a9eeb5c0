import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, apiId, region, stage } from "../../advice/owner-commands.ts";
import { allowedWithinCacheTime, sameCallWasAllowedBefore, sendsNoIdentity } from "../../clues/authorizer.ts";
import { notSignedAnywhere, sameCredentialWorks } from "../../clues/callers.ts";
import { byHttpApi, notForPreflight } from "../../clues/refused-by.ts";
import { isSigned } from "../../clues/request.ts";
import { everythingIsRefused, otherPathWorks, unknownPathIsNotFound } from "../../clues/routes.ts";
import { tokenHadExpired } from "../../clues/token.ts";
import { tokenLacksScope } from "../../clues/www-authenticate.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "http-api-lambda-authorizer-deny",
  title: "The HTTP API's Lambda authorizer denied the caller",
  refusedBy: "api-gateway",
  who: "API Gateway's Lambda authorizer",
  refusedAt: "authorizer",
  prior: 0.6,
  clues: [
    ...byHttpApi,
    notForPreflight,
    weigh(tokenLacksScope, { yes: "never" }),
    weigh(isSigned, { yes: -3.5 }),
    // A request without the identity source gets 401.
    weigh(sendsNoIdentity, { yes: -1 }),
    weigh(everythingIsRefused, { yes: -1 }),
    weigh(unknownPathIsNotFound, { yes: 2 }),
    weigh(sameCredentialWorks, { yes: 0.5 }),
    weigh(allowedWithinCacheTime, { yes: 0.3 }),
    weigh(sameCallWasAllowedBefore, { yes: 0.3 }),
    weigh(tokenHadExpired, { yes: 0.3 }),
    weigh(otherPathWorks, { yes: 1 }),
    weigh(notSignedAnywhere, { yes: 0.5 }),
  ],
  means:
    "The authorizer of the route answered `isAuthorized: false`, or the policy that it returned does not cover the route. HTTP APIs give no further reason. A simple answer that is cached holds for every route, a cached policy for the routes that it names.",
  confirm: () => ({
    says: "Read the authorizer's log at the time of the request.",
    ...command`aws logs tail /aws/lambda/AUTHORIZER_FUNCTION --since 1h`,
  }),
  fix: (subject) => [
    advice(
      "Get a fresh token or the right that is missing; if one route works and the next does not, see whether the authorizer's answers are cached.",
    ),
    {
      says: "Empty the cache of authorizers.",
      ...command`aws apigatewayv2 reset-authorizers-cache --api-id ${apiId(subject)} --stage-name ${stage(subject)} --region ${region(subject)}`,
    },
  ],
  links: [links.httpAuthorizer],
  expectedResults: {
    "random-path": "no such route",
    "content-on-random-path": "no such route",
    "stage-root": "no such route",
    "options-on-path": "accepted",
    "without-authorization": "asks who calls",
    "signed-call": "refused",
    "fresh-token": ["accepted", "refused"],
    "client-certificate": ["not asked", "asked"],
  },
} satisfies Rule;
