import { tokenHadExpired } from "../src/diagnosis/clues/clock.ts";
import { answeredByOther, hasNoAnswer, statusIs } from "../src/diagnosis/clues/envelope.ts";
import { hostIsNeighbour, hostIsTaken } from "../src/diagnosis/clues/host.ts";
import { isForbiddenFrameSeen } from "../src/diagnosis/clues/neighbours.ts";
import { isWebSocket } from "../src/diagnosis/clues/request.ts";
import { command } from "../src/diagnosis/command.ts";
import { links } from "../src/diagnosis/links.ts";
import { apiId, region, tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "websocket-connect-denied",
  title: "The WebSocket handshake was refused",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.5,
  clues: [
    weigh(isWebSocket, { yes: 2, no: "never" }),
    weigh(statusIs("403"), { no: -4 }),
    weigh(hasNoAnswer, { yes: -0.5 }),
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(answeredByOther, { yes: -6 }),
    weigh(hostIsTaken, { no: -1.5 }),
    weigh(isForbiddenFrameSeen, { yes: "never" }),
    weigh(tokenHadExpired, { yes: 1 }),
  ],
  means:
    "The request that opens the WebSocket was refused: the authorizer of `$connect` said no, the URL is not signed where IAM is asked for, or the stage is wrong. The page only sees that the connection failed, and Chromium hands no status over; a broken network looks the same.",
  confirm: (subject) => ({
    says: "See what `$connect` asks for.",
    command: command`aws apigatewayv2 get-routes --api-id ${apiId(subject)} --region ${region(subject)} --query ${"Items[?RouteKey=='$connect']"}`,
  }),
  fix: () => [
    tell("Get a fresh token into the URL, or sign the URL for service `execute-api` where IAM is asked for."),
    tell("Compare host and stage in the wss URL with the deployed stage."),
  ],
  links: [links.websocket],
  wouldAnswer: {},
} satisfies Rule;
