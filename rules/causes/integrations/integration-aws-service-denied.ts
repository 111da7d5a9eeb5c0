import {
  advice,
  apiId,
  both,
  type Case,
  command,
  deniedBehind,
  deniesIntegrationsRole,
  deploy,
  hasErrorType,
  hasNoResponse,
  hasRestRequestId,
  hostIsNeighbour,
  hostIsTaken,
  links,
  methodSettings,
  quote,
  type Rule,
  region,
  serviceRefused,
  unlessEarlier,
  verb,
  weigh,
} from "../../kit.ts";

function permissionFor(subject: Case): string {
  const denied = deniedBehind(subject);
  return denied === null
    ? "Give the integration's role the permission that the service asks for; remove headers that the service does not take."
    : `Allow ${quote(denied.action)} to the role behind ${quote(denied.who)}.`;
}

export default {
  id: "integration-aws-service-denied",
  title: "An AWS service behind the API refused the integration",
  refusedBy: "integration",
  who: "the AWS service behind API Gateway",
  refusedAt: "integration",
  prior: 0.12,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    unlessEarlier,
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(hostIsTaken, { no: -4 }),
    weigh(hasErrorType, { yes: -4 }),
    weigh(serviceRefused, { yes: 5, no: "never" }),
    weigh(hasRestRequestId, { yes: 1 }),
    weigh(both(deniesIntegrationsRole, hasRestRequestId), { yes: "proof" }),
  ],
  means:
    "API Gateway let the request pass, and the service it calls refused: the integration's role lacks a permission, or the integration uses the wrong verb (Lambda wants POST).",
  confirm: (subject) => methodSettings(subject),
  fix: (subject) => [
    advice(permissionFor(subject)),
    {
      says: "For a Lambda integration, set the verb to POST.",
      ...command`aws apigateway update-integration --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method ${verb(subject)} --region ${region(subject)} --patch-operations op=replace,path=/httpMethod,value=POST`,
    },
    deploy(subject),
  ],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
