import {
  advice,
  command,
  connectionsComeFirst,
  domain,
  hasNoResponse,
  hostIsApiName,
  hostIsNeighbour,
  links,
  managesConnection,
  otherServerResponded,
  type Rule,
  region,
  says,
  statusIs,
  weigh,
} from "../../kit.ts";

export default {
  id: "websocket-management-stage-in-path",
  title: "The URL for managing WebSocket connections repeats the stage",
  shares: ["host"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 0.1,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hostIsNeighbour, { yes: "never" }),
    weigh(otherServerResponded, { yes: -6 }),
    weigh(statusIs("403"), { no: -3 }),
    weigh(managesConnection, { yes: 2, no: "never" }),
    weigh(connectionsComeFirst, { yes: "never" }),
    weigh(hostIsApiName, { yes: -4 }),
    weigh(says("no-matching-method"), { yes: 4, no: "never" }),
  ],
  means:
    "The custom domain's mapping already leads to a stage. The stage in front of `@connections` is then taken for part of the route, and no route of that name exists.",
  confirm: (subject) => ({
    says: "See which stage the domain maps to, and under which key.",
    ...command`aws apigatewayv2 get-api-mappings --domain-name ${domain(subject)} --region ${region(subject)}`,
  }),
  fix: (subject) => [
    {
      says: "Leave the stage out of the management client's endpoint: the domain, then the mapping's key if it has one.",
      ...command`aws apigatewaymanagementapi get-connection --connection-id CONNECTION_ID --endpoint-url ${`https://${domain(subject)}`} --region ${region(subject)}`,
    },
    advice("Or give the client the API's execute-api name with the stage."),
  ],
  links: [links.mappings],
  expectedResults: { "without-first-segment": "accepted" },
} satisfies Rule;
