import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, apiId, deploy, methodSettings, region, verb } from "../../advice/owner-commands.ts";
import { keylessSameRouteWorks, keylessSimilarRouteWorks, otherKeyWorks } from "../../clues/callers.ts";
import { anyApiKeyCause, byRestForbidden } from "../../clues/refused-by.ts";
import { sendsApiKey, sendsKeyElsewhere } from "../../clues/request.ts";
import { refusedAtKey } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "api-key-missing",
  title: "The API key is missing",
  shares: ["host", "stage"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "api-key",
  prior: 0.8,
  clues: [
    ...byRestForbidden,
    ...anyApiKeyCause,
    weigh(keylessSameRouteWorks, { yes: -5 }),
    weigh(keylessSimilarRouteWorks, { yes: -3 }),
    weigh(sendsApiKey, { yes: "never" }),
    weigh(sendsKeyElsewhere, { yes: 2 }),
    weigh(otherKeyWorks, { yes: 3 }),
  ],
  means:
    "The method wants an API key in the header `x-api-key`, and the request has none. Route, stage and authorizer (if any) were passed.",
  confirm: (subject) => methodSettings(subject),
  fix: (subject) => [
    advice("Send the key in the header `x-api-key`; a query parameter or another header is not looked at."),
    {
      says: "Or stop requiring a key on the method.",
      ...command`aws apigateway update-method --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method ${verb(subject)} --region ${region(subject)} --patch-operations op=replace,path=/apiKeyRequired,value=false`,
    },
    deploy(subject),
  ],
  links: [links.apiKeys, links.article],
  expectedResults: refusedAtKey,
} satisfies Rule;
