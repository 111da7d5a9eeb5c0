import {
  advice,
  apiId,
  byRestMissingToken,
  command,
  deploy,
  exportDefinition,
  iac,
  isPreflight,
  links,
  otherVerbWorks,
  type Rule,
  region,
  sameRequestWorks,
  signedOptionsWorks,
  unknownPath,
  weigh,
  worksWithoutFirstSegment,
} from "../../kit.ts";

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
  iac: iac.preflightMethod,
  links: [links.cors, links.article],
  expectedResults: { "random-path": unknownPath, "signed-call": "refused" },
} satisfies Rule;
