import {
  both,
  deniesIntegrationsRole,
  fixIntegration,
  hasErrorType,
  hasNoResponse,
  hasRestRequestId,
  hostIsNeighbour,
  hostIsTaken,
  links,
  methodSettings,
  type Rule,
  serviceRefused,
  weigh,
} from "../../kit.ts";

export default {
  id: "integration-aws-service-denied",
  title: "An AWS service behind the API refused the integration",
  refusedBy: "integration",
  who: "the AWS service behind API Gateway",
  refusedAt: "integration",
  prior: 0.12,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
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
  fix: fixIntegration,
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
