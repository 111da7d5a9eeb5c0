import {
  advice,
  apiId,
  byRestForbidden,
  command,
  connectionsComeFirst,
  domain,
  hostIs,
  otherStageWorks,
  type Rule,
  refusedAtHost,
  region,
  weigh,
} from "../../kit.ts";

export default {
  id: "websocket-management-stage-missing",
  title: "The URL for managing WebSocket connections lacks the stage",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "stage",
  prior: 0.1,
  clues: [
    ...byRestForbidden,
    weigh(connectionsComeFirst, { yes: 4, no: "never" }),
    weigh(hostIs("default-endpoint", "vpce-with-api", "vpce"), { yes: 0.5, no: -4 }),
    weigh(otherStageWorks, { yes: 0.5 }),
  ],
  means:
    "On an execute-api name the first segment of the path is the stage, for `@connections` as well. Without one API Gateway looks for a stage named `@connections`, finds none and refuses before it looks at the caller.",
  confirm: (subject) => ({
    says: "List the stages of the API.",
    ...command`aws apigatewayv2 get-stages --api-id ${apiId(subject)} --region ${region(subject)} --query ${"Items[].StageName"}`,
  }),
  fix: (subject) => [
    {
      says: "Give the management client an endpoint that ends in the stage.",
      ...command`aws apigatewaymanagementapi get-connection --connection-id CONNECTION_ID --endpoint-url ${`https://${domain(subject)}/STAGE`} --region ${region(subject)}`,
    },
    advice("In a Lambda function, build it from `event.requestContext.domainName` and `event.requestContext.stage`."),
  ],
  links: [
    {
      label: "Developer guide: @connections commands",
      url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html",
    },
  ],
  expectedResults: {
    ...refusedAtHost,
    "signed-call": "refused",
  },
} satisfies Rule;
