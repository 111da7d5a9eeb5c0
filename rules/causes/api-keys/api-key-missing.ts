import {
  advice,
  anyApiKeyCause,
  apiId,
  byRestForbidden,
  type Case,
  command,
  deploy,
  keylessSameRouteWorks,
  keylessSimilarRouteWorks,
  links,
  methodSettings,
  opening,
  otherKeyWorks,
  quote,
  type Rule,
  refusedAtKey,
  region,
  resourceIds,
  sendsApiKey,
  sendsKeyElsewhere,
  verb,
  weigh,
} from "../../kit.ts";

function whereItIs(subject: Case): string {
  const elsewhere = sendsKeyElsewhere.ask(subject);
  const nowhere = "a query parameter or another header is not looked at.";
  return elsewhere.answer === "yes" ? `${elsewhere.says}.` : nowhere;
}

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
    advice(`Send the key in the header \`x-api-key\`: ${whereItIs(subject)}`),
    resourceIds(subject, "Or, only where anybody may call this method: find the resource's id."),
    opening(
      "Stop requiring a key on the method.",
      `Anybody can then call ${quote(verb(subject))} here without a key; usage plans limit no one.`,
      command`aws apigateway update-method --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method ${verb(subject)} --region ${region(subject)} --patch-operations op=replace,path=/apiKeyRequired,value=false`,
    ),
    deploy(subject),
  ],
  links: [links.apiKeys, links.article],
  expectedResults: refusedAtKey,
} satisfies Rule;
