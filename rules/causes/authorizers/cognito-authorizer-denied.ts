import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, apiId, deploy, methodSettings, region, verb } from "../../advice/owner-commands.ts";
import { deniedOutsideCacheTime } from "../../clues/authorizer.ts";
import { byRestApi } from "../../clues/refused-by.ts";
import { tokenIsIdToken, tokenIsOfCognito } from "../../clues/token.ts";
import { denialIs, says } from "../../clues/wording.ts";
import type { Rule } from "../../rule.ts";

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
    weigh(tokenIsIdToken, { yes: 0.3 }),
  ],
  means:
    "Behind a Cognito authorizer this wording means that the token's scopes or a resource policy do not cover the method. A token that is expired, of another user pool, or of the wrong kind is answered 401. AWS's documentation does not say which of the two a missing scope gives.",
  confirm: (subject) => methodSettings(subject),
  fix: (subject) => [
    advice("On a method with scopes send the access token, with a scope that the method lists; an ID token has none."),
    advice("On a method without scopes send the ID token."),
    {
      says: "Or change the method's scopes.",
      ...command`aws apigateway update-method --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method ${verb(subject)} --patch-operations op=add,path=/authorizationScopes,value=SCOPE --region ${region(subject)}`,
    },
    deploy(subject),
  ],
  links: [links.authorizationFlow],
  expectedResults: { "fresh-token": "refused" },
} satisfies Rule;
