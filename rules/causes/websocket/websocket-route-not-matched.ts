import {
  advice,
  apiId,
  both,
  change,
  command,
  deploy,
  hostIsApiName,
  isForbiddenFrameSeen,
  isWebSocket,
  links,
  type Rule,
  region,
  weigh,
} from "../../kit.ts";

export default {
  id: "websocket-route-not-matched",
  title: "A WebSocket message matched no route",
  shares: ["host", "stage"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 0.5,
  clues: [
    weigh(isWebSocket, { no: "never" }),
    weigh(isForbiddenFrameSeen, { yes: 3, no: "never" }),
    weigh(both(isForbiddenFrameSeen, hostIsApiName), { yes: 2 }),
  ],
  means:
    "The connection stands, but a message's route key (`$request.body.action` unless set otherwise) fits no route, and there is no `$default` route.",
  confirm: (subject) => ({
    says: "List the routes.",
    ...command`aws apigatewayv2 get-routes --api-id ${apiId(subject)} --region ${region(subject)} --query ${"Items[].RouteKey"}`,
  }),
  fix: (subject) => [
    advice("Send the action that a route is named after."),
    change(
      "Or add a `$default` route, with an integration that responds to messages of any kind.",
      command`aws apigatewayv2 create-route --api-id ${apiId(subject)} --route-key ${"$default"} --target integrations/INTEGRATION_ID --region ${region(subject)}`,
    ),
    deploy(subject),
  ],
  links: [links.websocket],
  expectedResults: {},
} satisfies Rule;
