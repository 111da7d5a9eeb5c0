import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, apiId, deploy, exportDefinition, region } from "../../advice/owner-commands.ts";
import { worksWithoutFirstSegment } from "../../clues/first-segments.ts";
import { byRestMissingToken } from "../../clues/refused-by.ts";
import { isPreflight } from "../../clues/request.ts";
import { otherVerbWorks, sameRequestWorks, signedOptionsWorks } from "../../clues/routes.ts";
import { unknownPath } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "preflight-options-not-defined",
  title: "The preflight found no OPTIONS method",
  specificTitle: "The preflight found no OPTIONS method on {path}",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 1,
  clues: [
    ...byRestMissingToken,
    weigh(isPreflight, { yes: 1.5, no: "never" }),
    weigh(otherVerbWorks, { yes: 1.2 }),
    weigh(signedOptionsWorks, { yes: "never" }),
    weigh(sameRequestWorks, { yes: -3 }),
    weigh(worksWithoutFirstSegment, { yes: -1 }),
  ],
  means:
    "Before a cross-origin request that is not simple, the browser asks with OPTIONS. The resource has no OPTIONS method, so the preflight is refused and the request itself never leaves the browser.",
  confirm: (subject) => exportDefinition(subject),
  fix: (subject) => [
    advice(
      "Enable CORS on the resource: an OPTIONS method with authorization NONE, no key, and a mock integration that returns the CORS headers.",
    ),
    {
      says: "Add the method.",
      ...command`aws apigateway put-method --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method OPTIONS --authorization-type NONE --no-api-key-required --region ${region(subject)}`,
    },
    deploy(subject),
  ],
  links: [links.cors, links.article],
  expectedResults: { "random-path": unknownPath, "signed-call": "refused" },
} satisfies Rule;
