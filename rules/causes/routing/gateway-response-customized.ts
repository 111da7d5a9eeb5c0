import {
  advice,
  apiId,
  change,
  command,
  deploy,
  hasErrorType,
  hasHttpApiRequestId,
  hasNoResponse,
  hasOwnWords,
  hasRestRequestId,
  hasTraceId,
  hostIsNeighbour,
  links,
  quote,
  type Rule,
  region,
  statusIs,
  weigh,
} from "../../kit.ts";

export default {
  id: "gateway-response-customized",
  title: "The owner replaced the gateway's response",
  shares: ["host", "stage", "verb", "path"],
  refusedBy: "api-gateway",
  who: "API Gateway, in its owner's words",
  refusedAt: "authorizer",
  orAt: ["waf", "route", "resource-policy", "api-key"],
  prior: 0.05,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(hasHttpApiRequestId, { yes: "never" }),
    weigh(hasErrorType, { yes: 1, no: -4 }),
    weigh(hasRestRequestId, { no: -1 }),
    weigh(hasOwnWords, { yes: 5, no: -2 }),
    weigh(statusIs("403"), { no: 5 }),
    weigh(hasTraceId, { yes: -1.5 }),
  ],
  means:
    "A gateway response of the API has a body or status of its owner's. The error type in `x-amzn-errortype` survives such a change and is the true reason.",
  confirm: (subject) => ({
    says: "List the gateway responses that were changed.",
    ...command`aws apigateway get-gateway-responses --rest-api-id ${apiId(subject)} --region ${region(subject)}`,
  }),
  fix: (subject) => [
    advice(
      `Take ${quote(`x-amzn-errortype: ${subject.exchange.response.headers.get("x-amzn-errortype") ?? "…"}`)} for the reason, not the body or status.`,
    ),
    change(
      "Or give the response its default again; its own headers, such as those for CORS, are then gone.",
      command`aws apigateway delete-gateway-response --rest-api-id ${apiId(subject)} --response-type RESPONSE_TYPE --region ${region(subject)}`,
    ),
    deploy(subject),
  ],
  links: [links.gatewayResponses],
  expectedResults: {},
} satisfies Rule;
