import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, apiId, deploy, region } from "../../advice/owner-commands.ts";
import { authorizerIsSeen, keylessWorksForOtherCaller, keylessWorksForSameCaller } from "../../clues/api-keys.ts";
import { sameKeyWorksForOtherCaller, sameKeyWorksOnOtherStage, sameKeyWorksOnStage } from "../../clues/callers.ts";
import { anyApiKeyCause, byRestForbidden } from "../../clues/refused-by.ts";
import { sendsApiKey } from "../../clues/request.ts";
import { refusedAtKey } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "api-key-authorizer-source",
  title: "The API takes its key from the authorizer, not from the header",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "api-key",
  prior: 0.06,
  clues: [
    ...byRestForbidden,
    ...anyApiKeyCause,
    weigh(keylessWorksForOtherCaller, { yes: 2.5 }),
    weigh(keylessWorksForSameCaller, { yes: -5 }),
    weigh(authorizerIsSeen, { yes: 0.7 }),
    weigh(sameKeyWorksForOtherCaller, { yes: 6 }),
    weigh(sendsApiKey, { yes: 0.5 }),
    weigh(sameKeyWorksOnStage, { yes: -2 }),
    weigh(sameKeyWorksOnOtherStage, { yes: -1 }),
  ],
  means:
    "With apiKeySource AUTHORIZER the key is what the Lambda authorizer returns as usageIdentifierKey; a header `x-api-key` is ignored, so even a perfect key is refused.",
  confirm: (subject) => ({
    says: "See where the API takes its key from.",
    ...command`aws apigateway get-rest-api --rest-api-id ${apiId(subject)} --region ${region(subject)} --query apiKeySource`,
  }),
  fix: (subject) => [
    advice("Let the authorizer return a valid key as usageIdentifierKey."),
    {
      says: "Or take the key from the header.",
      ...command`aws apigateway update-rest-api --rest-api-id ${apiId(subject)} --region ${region(subject)} --patch-operations op=replace,path=/apiKeySource,value=HEADER`,
    },
    deploy(subject),
  ],
  links: [links.apiKeys],
  expectedResults: refusedAtKey,
} satisfies Rule;
