import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, domain, region } from "../../advice/owner-commands.ts";
import { worksWithoutFirstSegment } from "../../clues/first-segments.ts";
import { hostIsCustomName } from "../../clues/host.ts";
import { worksOnOtherHost } from "../../clues/other-hosts.ts";
import { byRestApi } from "../../clues/refused-by.ts";
import { isPreflight } from "../../clues/request.ts";
import { otherKindOfApiOnHost, sameRequestWorks } from "../../clues/routes.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "custom-domain-wrong-api-mapped",
  title: "The domain maps the path to another API",
  specificTitle: "The domain maps {firstSegment} to another API",
  shares: ["host", "firstSegment"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 0.08,
  clues: [
    ...byRestApi(
      ["MissingAuthenticationTokenException", "IncompleteSignatureException"],
      ["missing-authentication-token", "incomplete-signature"],
    ),
    weigh(hostIsCustomName, { no: "never" }),
    weigh(otherKindOfApiOnHost, { yes: 3 }),
    weigh(worksOnOtherHost, { yes: 1.5 }),
    weigh(worksWithoutFirstSegment, { yes: -3 }),
    weigh(sameRequestWorks, { yes: -5 }),
    weigh(isPreflight, { yes: -2 }),
  ],
  means: "The route exists, but in another API than the one that the domain's mapping selects for this path.",
  confirm: (subject) => ({
    says: "See which API each path of the domain is mapped to.",
    ...command`aws apigatewayv2 get-api-mappings --domain-name ${domain(subject)}`,
  }),
  fix: (subject) => [
    advice("Give each API a mapping key of its own, or move the route to the API that is mapped."),
    {
      says: "Or lead the mapping to the API that is meant.",
      ...command`aws apigatewayv2 update-api-mapping --domain-name ${domain(subject)} --api-mapping-id MAPPING_ID --api-id MEANT_API_ID --stage STAGE --region ${region(subject)}`,
    },
  ],
  links: [links.mappings],
  expectedResults: {
    "random-path": "no such route",
    "signed-call": "refused",
    "known-route": "accepted",
    "without-first-segment": "refused",
    "get-instead": "refused",
  },
} satisfies Rule;
