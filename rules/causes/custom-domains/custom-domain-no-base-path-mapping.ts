import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, apiId, domain, mappingKey } from "../../advice/owner-commands.ts";
import { otherStageWorks, resemblesKnownFirstSegment, sameStageWorks } from "../../clues/first-segments.ts";
import { hostIs, hostIsCustomName } from "../../clues/host.ts";
import { byRestForbidden, mayHaveBeenChanged } from "../../clues/refused-by.ts";
import { sendsApiKey } from "../../clues/request.ts";
import { bodyIsLarge } from "../../clues/request-content.ts";
import { everythingIsRefused, tlsWantedCertificate, unknownPathIsNotFound } from "../../clues/routes.ts";
import { refusedAtStage } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "custom-domain-no-base-path-mapping",
  title: "No base path mapping of the domain fits the path",
  specificTitle: "No base path mapping of {host} fits {firstSegment}",
  shares: ["host", "firstSegment"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "host",
  prior: 0.8,
  clues: [
    ...byRestForbidden,
    weigh(hostIsCustomName, { yes: 0.4, no: "never" }),
    weigh(hostIs("cloudfront"), { yes: -1.5 }),
    weigh(sameStageWorks, { yes: -6 }),
    weigh(otherStageWorks, { yes: 2.5 }),
    weigh(resemblesKnownFirstSegment, { yes: 1.5 }),
    mayHaveBeenChanged,
    weigh(everythingIsRefused, { yes: 0.4 }),
    weigh(sendsApiKey, { yes: -1 }),
    weigh(bodyIsLarge, { yes: -1 }),
    weigh(tlsWantedCertificate, { yes: -2 }),
    weigh(unknownPathIsNotFound, { yes: -5 }),
  ],
  means:
    "The custom domain reached API Gateway, but none of its API mappings covers the first segments of this path, so the request belongs to no API.",
  confirm: (subject) => ({
    says: "List the domain's mappings and compare their keys with the path.",
    ...command`aws apigatewayv2 get-api-mappings --domain-name ${domain(subject)}`,
  }),
  fix: (subject) => [
    advice("Correct the first segments of the path to those of a mapping."),
    {
      says: "Or map the path to the API.",
      ...command`aws apigatewayv2 create-api-mapping --domain-name ${domain(subject)} --api-id ${apiId(subject)} --stage STAGE --api-mapping-key ${mappingKey(subject)}`,
    },
  ],
  links: [links.mappings, links.article],
  expectedResults: {
    ...refusedAtStage,
    "client-certificate": "not asked",
  },
} satisfies Rule;
