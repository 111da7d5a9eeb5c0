import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, apiId, deploy, region } from "../../advice/owner-commands.ts";
import { otherStageWorks, sameStageWorks } from "../../clues/first-segments.ts";
import { addressIsPrivate, hostIs } from "../../clues/host.ts";
import { hostWorksByOtherName, worksOnOtherHost } from "../../clues/other-hosts.ts";
import { byRestForbidden, mayHaveBeenChanged } from "../../clues/refused-by.ts";
import { bodyIsLarge } from "../../clues/request-content.ts";
import { everythingIsRefused } from "../../clues/routes.ts";
import { refusedAtHost } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "default-endpoint-disabled",
  title: "The API's default endpoint is disabled",
  specificTitle: "The default endpoint {host} is disabled",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "host",
  prior: 0.25,
  clues: [
    ...byRestForbidden,
    weigh(hostIs("default-endpoint"), { yes: 0.3, no: "never" }),
    weigh(sameStageWorks, { yes: -4 }),
    weigh(otherStageWorks, { yes: -4 }),
    mayHaveBeenChanged,
    weigh(addressIsPrivate, { yes: -0.5 }),
    weigh(everythingIsRefused, { yes: 0.6, no: -3 }),
    weigh(worksOnOtherHost, { yes: 1.5 }),
    weigh(hostWorksByOtherName, { yes: 1 }),
    weigh(bodyIsLarge, { yes: -1 }),
  ],
  means:
    "The owner turned the execute-api name of this API off, so that only its custom domain answers. Every path and every stage of the name is refused with `Forbidden`.",
  confirm: (subject) => ({
    says: "See whether the default endpoint is disabled.",
    ...command`aws apigateway get-rest-api --rest-api-id ${apiId(subject)} --region ${region(subject)} --query disableExecuteApiEndpoint`,
  }),
  fix: (subject) => [
    advice("Call the API by its custom domain name, without the stage that the domain maps to."),
    {
      says: "Or enable the default endpoint again.",
      ...command`aws apigateway update-rest-api --rest-api-id ${apiId(subject)} --region ${region(subject)} --patch-operations op=replace,path=/disableExecuteApiEndpoint,value=False`,
    },
    deploy(subject),
  ],
  links: [links.disableEndpoint, links.article],
  expectedResults: {
    ...refusedAtHost,
    address: "public",
  },
} satisfies Rule;
