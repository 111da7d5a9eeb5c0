import { command } from "../../../src/commands/command.ts";
import type { Case } from "../../../src/diagnosis/case.ts";
import { both, quote } from "../../../src/diagnosis/clue.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, apiId, deploy, methodSettings, region, verb } from "../../advice/owner-commands.ts";
import { hasErrorType, hasNoAnswer, hasRestRequestId } from "../../clues/envelope.ts";
import { hostIsNeighbour, hostIsTaken } from "../../clues/host.ts";
import { deniedBehind, deniesIntegrationsRole, serviceRefused } from "../../clues/integration.ts";
import type { Rule } from "../../rule.ts";

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
    weigh(hasNoAnswer, { yes: "never" }),
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
