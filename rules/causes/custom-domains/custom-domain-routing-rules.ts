import {
  advice,
  byRestForbidden,
  command,
  commandLines,
  domain,
  hostIsCustomName,
  links,
  type Rule,
  refusedAtStage,
  region,
  unknownPathIsNotFound,
  weigh,
  worksWithOtherHeader,
} from "../../kit.ts";

export default {
  id: "custom-domain-routing-rules",
  title: "No routing rule of the domain fits the request",
  specificTitle: "No routing rule of {host} fits the request",
  shares: ["host"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "host",
  prior: 0.1,
  clues: [
    ...byRestForbidden,
    weigh(hostIsCustomName, { yes: 0.4, no: "never" }),
    weigh(worksWithOtherHeader, { yes: 5, no: -1.5 }),
    weigh(unknownPathIsNotFound, { yes: -5 }),
  ],
  means:
    "Routing rules of a domain choose the API by headers and base paths, and in the mode ROUTING_RULE_ONLY its API mappings are listed but not used. A request that no rule fits belongs to no API.",
  confirm: (subject) => ({
    says: "See the domain's routing mode first: mappings count only where it is not ROUTING_RULE_ONLY. Then read its rules, in the order of their priority.",
    ...commandLines(
      command`aws apigatewayv2 get-domain-name --domain-name ${domain(subject)} --query RoutingMode --region ${region(subject)}`,
      command`aws apigatewayv2 list-routing-rules --domain-name ${domain(subject)} --region ${region(subject)}`,
    ),
  }),
  fix: () => [
    advice("Send the header and the base path that a rule wants."),
    advice(
      "Or add a rule without conditions and of the lowest priority, which takes what no other does: `create-routing-rule`. It lets requests through to its API that were refused so far.",
    ),
  ],
  links: [links.routingRules],
  expectedResults: refusedAtStage,
} satisfies Rule;
