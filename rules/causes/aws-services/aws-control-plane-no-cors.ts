import { advice, hasNoResponse, hasRestRequestId, hostIs, isPreflight, links, type Rule, weigh } from "../../kit.ts";

export default {
  id: "aws-control-plane-no-cors",
  title: "A browser can't call this AWS service endpoint",
  shares: ["host"],
  refusedBy: "api-gateway",
  who: "an AWS service built on API Gateway",
  refusedAt: "route",
  prior: 0.4,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hostIs("aws-service"), { yes: 4, no: "never" }),
    weigh(isPreflight, { yes: 2.5, no: -4 }),
    weigh(hasRestRequestId, { yes: 1.5, no: -1 }),
  ],
  means:
    "The preflight went to an endpoint of an AWS service that does not support CORS. It is not your API, so nothing there can be changed.",
  confirm: () => advice("Call the service from a server, or see whether its documentation offers a browser SDK."),
  fix: () => [advice("Call the service from a server, and let the page ask that server.")],
  links: [links.cors],
  expectedResults: {},
} satisfies Rule;
