import { type CommandTexts, command, commandLines } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { change } from "./changes.ts";
import { executionLogGroup } from "./log-groups.ts";
import { turnOnLogs } from "./logging.ts";
import { advice, apiId, apiMappings, domain, region, stage } from "./owner-commands.ts";
import { extendedId, loggedId } from "./request-ids.ts";
import { timeWindow } from "./time-window.ts";

/** Finds the request in the API's logs, and turns logs on if there are none. */
export function logAdvice(subject: Case): readonly Advice[] {
  const execution = subject.api.kind === "http" ? noExecutionLog(subject) : executionLog(subject);
  return [...execution, ...accessLog(subject), ...turnOnLogs(subject)];
}

function executionLog(subject: Case): readonly Advice[] {
  const { kind } = subject.api;
  return [
    {
      says: `Read the execution log of the request. No line of it means that no stage was reached, or that the log is off${kind === "unknown" ? "; HTTP APIs have none" : ""}.`,
      ...searchLog(subject),
    },
    insights(subject, groupOf(subject), "Or ask Logs Insights."),
    queryResults(subject),
  ];
}

/** Finds the lines of the request in the most telling log: the execution log, or an HTTP API's access log. */
export function searchLog(subject: Case): CommandTexts {
  const [from, to] = milliseconds(subject);
  return command`aws logs filter-log-events --log-group-name ${groupOf(subject)} --start-time ${from} --end-time ${to} --filter-pattern ${`"${loggedId(subject) ?? "REQUEST_ID"}"`} --query events[].message --output text --region ${region(subject)}`;
}

/** Finds what the authorizer's function wrote around the request. Both versions of the AWS CLI have this command. */
export function authorizerLog(subject: Case): Advice {
  const [from, to] = milliseconds(subject);
  return {
    says: "Read what the authorizer's function logged at the time of the request.",
    ...command`aws logs filter-log-events --log-group-name /aws/lambda/AUTHORIZER_FUNCTION --start-time ${from} --end-time ${to} --query events[].message --output text --region ${region(subject)}`,
  };
}

function groupOf(subject: Case): string {
  const { kind } = subject.api;
  if (kind === "http") return "ACCESS_LOG_GROUP";
  const unnamed = kind === "websocket" ? "/aws/apigateway/API_ID/STAGE" : "API-Gateway-Execution-Logs_API_ID/STAGE";
  return executionLogGroup(subject) ?? unnamed;
}

/** Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html */
function noExecutionLog(subject: Case): readonly Advice[] {
  const none = advice("HTTP APIs write no execution log; only the access log tells why.");
  return !isApiHost(subject.exchange.host.kind) ? [none, ...restDetour(subject)] : [none];
}

/**
 * A way to an execution log for custom domains with mutual TLS.
 * Source: https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden
 */
function restDetour(subject: Case): readonly Advice[] {
  const name = domain(subject);
  return [
    apiMappings(subject, "Behind mutual TLS: find the domain's mapping, for its id."),
    change(
      "For a test only, and not on a domain that others call: lead it to a stage of a REST API whose execution log is on; the log names the reason.",
      command`aws apigatewayv2 update-api-mapping --domain-name ${name} --api-mapping-id MAPPING_ID --api-id REST_API_ID --stage REST_STAGE --region ${region(subject)}`,
    ),
    change(
      "Lead it back to the HTTP API.",
      command`aws apigatewayv2 update-api-mapping --domain-name ${name} --api-mapping-id MAPPING_ID --api-id ${apiId(subject)} --stage ${stage(subject)} --region ${region(subject)}`,
    ),
  ];
}

function accessLog(subject: Case): readonly Advice[] {
  return [
    {
      says: "See where the stage writes its access log, if it does.",
      ...stageSettings(subject),
    },
    insights(subject, "ACCESS_LOG_GROUP", `Look the request up there${otherId(subject)}.`),
    ...(subject.api.kind === "http" ? [queryResults(subject)] : []),
  ];
}

function otherId(subject: Case): string {
  const id = extendedId(subject);
  return id === null ? "" : `; as \`$context.extendedRequestId\` it has \`${id}\``;
}

/** The command takes times in seconds. */
function insights(subject: Case, group: string, says: string): Advice {
  const window = timeWindow(subject);
  const [from, to] = window === null ? ["START_SECONDS", "END_SECONDS"] : [seconds(window.from), seconds(window.to)];
  const query = `fields @timestamp, @message | filter @message like "${loggedId(subject) ?? "REQUEST_ID"}" | sort @timestamp asc | limit 200`;
  return {
    says,
    ...command`aws logs start-query --log-group-name ${group} --start-time ${from} --end-time ${to} --query-string ${query} --region ${region(subject)}`,
  };
}

function queryResults(subject: Case): Advice {
  return {
    says: "Read the result of the query.",
    ...command`aws logs get-query-results --query-id QUERY_ID --region ${region(subject)}`,
  };
}

function milliseconds(subject: Case): readonly [string, string] {
  const window = timeWindow(subject);
  return window === null ? ["START_MILLISECONDS", "END_MILLISECONDS"] : [`${window.from}`, `${window.to}`];
}

function seconds(instant: number): string {
  return `${Math.floor(instant / 1000)}`;
}

/** Gives the commands for both kinds if the API's kind is unknown. */
function stageSettings(subject: Case): CommandTexts {
  const { kind } = subject.api;
  const rest = command`aws apigateway get-stage --rest-api-id ${apiId(subject)} --stage-name ${stage(subject)} --query accessLogSettings --region ${region(subject)}`;
  const other = command`aws apigatewayv2 get-stage --api-id ${apiId(subject)} --stage-name ${stage(subject)} --query AccessLogSettings --region ${region(subject)}`;
  if (kind === "unknown") return commandLines(rest, other);
  return kind === "rest" ? rest : other;
}
