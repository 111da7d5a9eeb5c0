import {
  advice,
  apiId,
  type Case,
  command,
  hasNoResponse,
  hostIsNeighbour,
  hostIsTaken,
  isForbiddenFrameSeen,
  isWebSocket,
  links,
  otherServerResponded,
  presignedUrlIsExpired,
  type Rule,
  region,
  says,
  statusIs,
  tokenHadExpired,
  tokenWasNotYetValid,
  weigh,
} from "../../kit.ts";

/** The credential that `$connect` requires, if the response shows it. Browsers add no headers to a handshake. */
function credentialAdvice({ refusal }: Case): string {
  switch (refusal.known ? refusal.value.wording : null) {
    case "missing-authentication-token":
      return "Sign the URL for service `execute-api` (presigned, since browsers cannot add headers to a handshake).";
    case "principal-denied":
      return "Allow the caller `execute-api:Invoke` on `API_ID/STAGE/$connect`.";
    case "authorizer-denied":
      return "Get a fresh token into the URL. A policy for `STAGE/*/*` does not cover `$connect`, whose ARN ends in `STAGE/$connect`.";
    default:
      return "Get a fresh token into the URL, or sign the URL for service `execute-api` where IAM is asked for.";
  }
}

export default {
  id: "websocket-connect-denied",
  title: "The WebSocket handshake was refused",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  orAt: ["stage"],
  prior: 0.5,
  clues: [
    weigh(isWebSocket, { yes: 2, no: "never" }),
    weigh(statusIs("403"), { no: -4 }),
    weigh(hasNoResponse, { yes: -0.5 }),
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(otherServerResponded, { yes: -6 }),
    weigh(hostIsTaken, { no: -1.5 }),
    weigh(isForbiddenFrameSeen, { yes: "never" }),
    weigh(says("authorizer-denied", "principal-denied", "anonymous-denied", "missing-authentication-token"), {
      yes: 2,
    }),
    weigh(tokenHadExpired, { yes: 1 }),
    weigh(tokenWasNotYetValid, { yes: 1 }),
    weigh(presignedUrlIsExpired, { yes: 1 }),
  ],
  means:
    "The request that opens the WebSocket was refused: the authorizer of `$connect` said no, the URL is not signed where IAM is asked for, or the stage is wrong. The page only sees that the connection failed, and Chromium hands no status over; a broken network looks the same.",
  confirm: (subject) => ({
    says: "See what `$connect` asks for.",
    ...command`aws apigatewayv2 get-routes --api-id ${apiId(subject)} --region ${region(subject)} --query ${"Items[?RouteKey=='$connect']"}`,
  }),
  fix: (subject) => [
    advice(credentialAdvice(subject)),
    {
      says: "Compare host and stage in the wss URL with the deployed stages.",
      ...command`aws apigatewayv2 get-stages --api-id ${apiId(subject)} --region ${region(subject)} --query ${"Items[].StageName"}`,
    },
  ],
  links: [links.websocket],
  expectedResults: {},
} satisfies Rule;
