import {
  advice,
  allowCall,
  byRestApi,
  deniedActionIs,
  links,
  managesConnection,
  type Rule,
  simulate,
  weigh,
} from "../../kit.ts";

export default {
  id: "websocket-management-not-authorized",
  title: "The caller may not manage WebSocket connections",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.1,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["principal-denied", "anonymous-denied"]),
    weigh(deniedActionIs("ManageConnections"), { yes: 7, no: "never" }),
    weigh(managesConnection, { yes: 2, no: -5 }),
  ],
  means:
    "Sending to a connection, looking at it and disconnecting it need `execute-api:ManageConnections`, verb by verb. No policy allows the caller the verb that the denial names; a permission for `execute-api:Invoke` does not cover it.",
  confirm: (subject) => ({
    ...simulate(subject, "execute-api:ManageConnections"),
    says: "Compare the resource in the denial with the resources that the caller's policies name: API, stage, verb and `@connections/*`.",
  }),
  fix: (subject) => [
    allowCall(subject, "execute-api:ManageConnections"),
    advice("POST sends, GET looks, DELETE disconnects: allow each verb that the caller needs, on `@connections/*`."),
  ],
  links: [links.websocket],
  expectedResults: {},
} satisfies Rule;
