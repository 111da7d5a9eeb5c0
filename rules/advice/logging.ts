import { type CommandTexts, command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { change } from "./changes.ts";
import { apiId, region, stage } from "./owner-commands.ts";

/**
 * The fields of an access log that tell why a request was refused.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 * and .../http-api-logging-variables.html
 */
const everywhere = {
  requestId: "$context.requestId",
  status: "$context.status",
  error: "$context.error.message",
  errorType: "$context.error.responseType",
  authorizer: "$context.authorizer.error",
  sourceIp: "$context.identity.sourceIp",
};

const formats = {
  rest: {
    ...everywhere,
    extendedRequestId: "$context.extendedRequestId",
    path: "$context.path",
    verb: "$context.httpMethod",
    resource: "$context.resourcePath",
    authenticate: "$context.authenticate.error",
    authorize: "$context.authorize.error",
    waf: "$context.wafResponseCode",
    apiKeyId: "$context.identity.apiKeyId",
    caller: "$context.identity.userArn",
  },
  http: {
    ...everywhere,
    route: "$context.routeKey",
    path: "$context.path",
    integration: "$context.integrationErrorMessage",
  },
  websocket: {
    ...everywhere,
    route: "$context.routeKey",
    event: "$context.eventType",
    connection: "$context.connectionId",
  },
} as const;

/** Turns the logs on. They hold only later requests. */
export function turnOnLogs(subject: Case): readonly Advice[] {
  const { kind } = subject.api;
  return [...(kind === "http" ? [] : executionLogs(subject)), accessLogs(subject)];
}

function executionLogs(subject: Case): readonly Advice[] {
  return [
    {
      says: "Where no log is written: see whether the account of the region has a role for API Gateway's logs.",
      ...command`aws apigateway get-account --query cloudwatchRoleArn --region ${region(subject)}`,
    },
    change(
      "If it has none, set a role with the policy AmazonAPIGatewayPushToCloudWatchLogs.",
      command`aws apigateway update-account --patch-operations op=replace,path=/cloudwatchRoleArn,value=ROLE_ARN --region ${region(subject)}`,
    ),
    change("Turn the stage's execution log on; it takes effect without a deployment.", executionLogOn(subject)),
  ];
}

function executionLogOn(subject: Case): CommandTexts {
  return subject.api.kind === "websocket"
    ? command`aws apigatewayv2 update-stage --api-id ${apiId(subject)} --stage-name ${stage(subject)} --default-route-settings LoggingLevel=INFO --region ${region(subject)}`
    : command`aws apigateway update-stage --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --patch-operations ${"op=replace,path=/*/*/logging/loglevel,value=INFO"} --region ${region(subject)}`;
}

function accessLogs(subject: Case): Advice {
  return change("Turn the access log on, with what tells why a request was refused.", accessLogOn(subject));
}

function accessLogOn(subject: Case): CommandTexts {
  const { kind } = subject.api;
  const format = JSON.stringify(formats[kind === "unknown" ? "rest" : kind]);
  if (kind === "http" || kind === "websocket") {
    const settings = JSON.stringify({ DestinationArn: "LOG_GROUP_ARN", Format: format });
    return command`aws apigatewayv2 update-stage --api-id ${apiId(subject)} --stage-name ${stage(subject)} --access-log-settings ${settings} --region ${region(subject)}`;
  }
  const changes = JSON.stringify([
    { op: "replace", path: "/accessLogSettings/destinationArn", value: "LOG_GROUP_ARN" },
    { op: "replace", path: "/accessLogSettings/format", value: format },
  ]);
  return command`aws apigateway update-stage --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --patch-operations ${changes} --region ${region(subject)}`;
}
