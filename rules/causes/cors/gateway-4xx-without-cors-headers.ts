import {
  advice,
  command,
  failsInTls,
  hasNoResponse,
  hostIsNeighbour,
  iac,
  isWebSocket,
  links,
  makeReadable,
  type Rule,
  shownUrl,
  verb,
  weigh,
} from "../../kit.ts";

export default {
  id: "gateway-4xx-without-cors-headers",
  title: "Probably a refusal that CORS hid",
  shares: ["host", "stage"],
  refusedBy: "api-gateway",
  who: "API Gateway, probably",
  refusedAt: "route",
  orAt: ["host", "stage", "waf", "resource-policy", "authorizer", "api-key"],
  prior: 1,
  clues: [
    weigh(hasNoResponse, { yes: 1, no: "never" }),
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(failsInTls, { yes: -3 }),
    weigh(isWebSocket, { yes: -3 }),
  ],
  means:
    "The page got no response, and the recorder kept no headers. A refusal without CORS headers looks like this in files of Playwright and others; so does a refused preflight, or a connection that failed. What the gateway said is not in this file, so no cause is guessed.",
  confirm: (subject) => ({
    says: "Ask outside the browser, where CORS hides nothing.",
    ...command`curl -si -X ${verb(subject)} ${shownUrl(subject)}`,
  }),
  fix: (subject) => [
    advice("Record again with DevTools open at this tab: it sees status and headers of refusals that CORS hides."),
    ...makeReadable(subject),
  ],
  iac: iac.readableResponses,
  links: [links.cors, links.gatewayResponses],
  expectedResults: {},
} satisfies Rule;
