import { advice, anyRegion, command, hasNoResponse, hostIs, isPreflight, links, type Rule, weigh } from "../../kit.ts";

export default {
  id: "aws-service-endpoint-403",
  title: "An AWS service endpoint refused, not your API",
  refusedBy: "elsewhere",
  who: "an AWS service endpoint",
  refusedAt: "elsewhere",
  prior: 0.4,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hostIs("aws-service"), { yes: 4, no: "never" }),
    weigh(isPreflight, { yes: -1.5 }),
  ],
  means:
    "The host is the endpoint of an AWS service. Its errors use the same names as API Gateway's, but it is AWS's own API: only credentials, permissions and region can be wrong.",
  confirm: (subject) => ({
    says: "Ask AWS who the credentials belong to.",
    ...command`aws sts get-caller-identity --region ${anyRegion(subject)}`,
  }),
  fix: () => [advice("Sign the call for this service and region, with credentials that may make it.")],
  links: [links.sigv4],
  expectedResults: {},
} satisfies Rule;
