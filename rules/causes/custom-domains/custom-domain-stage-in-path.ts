import {
  advice,
  apiId,
  asksForRoot,
  byRestApi,
  command,
  domain,
  firstSegmentIsStageElsewhere,
  hasOtherScheme,
  hostIsCustomName,
  isPreflight,
  links,
  mappingKey,
  quote,
  type Rule,
  sameRequestWorks,
  segmentLooksLikeStage,
  weigh,
  worksWithoutFirstSegment,
} from "../../kit.ts";

export default {
  id: "custom-domain-stage-in-path",
  title: "The URL repeats the stage that the domain already maps to",
  specificTitle: "The URL repeats the stage {firstSegment}, to which the domain already maps",
  shares: ["host", "firstSegment"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 0.25,
  clues: [
    ...byRestApi(
      ["MissingAuthenticationTokenException", "IncompleteSignatureException"],
      ["missing-authentication-token", "incomplete-signature"],
    ),
    weigh(hostIsCustomName, { no: "never" }),
    weigh(segmentLooksLikeStage, { yes: 1.5, no: -0.7 }),
    weigh(worksWithoutFirstSegment, { yes: 4 }),
    weigh(firstSegmentIsStageElsewhere, { yes: 3 }),
    weigh(sameRequestWorks, { yes: -5 }),
    weigh(asksForRoot, { yes: "never" }),
    weigh(hasOtherScheme, { no: -3 }),
    weigh(isPreflight, { yes: -2 }),
  ],
  means:
    "A custom domain's mapping already selects the stage. With the stage in the path as well, API Gateway looks for a resource of that name and finds none.",
  confirm: (subject) => ({
    says: "See which stage the domain maps to.",
    ...command`aws apigatewayv2 get-api-mappings --domain-name ${domain(subject)}`,
  }),
  fix: (subject) => [
    advice(
      `Call ${quote(`${subject.exchange.host.hostname}/${subject.exchange.request.target.segments.slice(1).join("/")}`)}, without the stage.`,
    ),
    {
      says: "Or map the segment as well.",
      ...command`aws apigatewayv2 create-api-mapping --domain-name ${domain(subject)} --api-id ${apiId(subject)} --stage STAGE --api-mapping-key ${mappingKey(subject)}`,
    },
  ],
  links: [links.mappings, links.article],
  expectedResults: {
    "random-path": "no such route",
    "without-first-segment": "accepted",
    "signed-call": "refused",
    "known-route": "accepted",
    "get-instead": "refused",
  },
} satisfies Rule;
