import { command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { redactText } from "../../src/privacy/redaction.ts";
import { advice, region, verb } from "./owner-commands.ts";
import { loggedId } from "./request-ids.ts";
import { runbookTime, timeWindow } from "./time-window.ts";

/** AWS's automation for refused and failed requests to REST APIs. */
export const runbookName = "AWSSupport-TroubleshootAPIGatewayHttpErrors";

/** The statuses that it covers. */
const covered: ReadonlySet<number> = new Set([401, 403, 429, 500, 502, 503, 504]);

/** The verbs that it takes. */
const verbs: ReadonlySet<string> = new Set(["DELETE", "HEAD", "OPTIONS", "GET", "POST", "PUT", "PATCH"]);

/**
 * AWS's runbook with its parameters; a sentence without a command if it does not cover the API or the status. Source:
 * https://docs.aws.amazon.com/systems-manager-automation-runbooks/latest/userguide/automation-aws-troubleshootapigatewayhttp-errors.html
 */
export function runbook(subject: Case): readonly Advice[] {
  const { kind } = subject.api;
  if (kind === "http" || kind === "websocket") {
    return [advice(`AWS's runbook \`${runbookName}\` covers REST APIs only.`)];
  }
  if (!covered.has(subject.exchange.response.status)) return [];
  return [
    {
      says: "Let AWS's runbook read the logs. They must have been on when the request was refused; it needs `apigateway:GET`, `logs:StartQuery` and `logs:GetQueryResults`. Where the path holds values of parameters, put the resource's own path, such as `/orders/{id}`.",
      ...command`aws ssm start-automation-execution --document-name ${runbookName} --parameters ${JSON.stringify(parametersFor(subject))} --region ${region(subject)}`,
    },
    {
      says: "Read what it found.",
      ...command`aws ssm get-automation-execution --automation-execution-id EXECUTION_ID --query AutomationExecution.Outputs --region ${region(subject)}`,
    },
  ];
}

/** Systems Manager takes each parameter as a list. Optional parameters that the request does not show are left out. */
function parametersFor(subject: Case): Readonly<Record<string, readonly string[]>> {
  const window = timeWindow(subject);
  const { id, stage } = subject.api;
  const uuid = loggedId(subject);
  return {
    RestApiId: [id !== null && /^[a-zA-Z0-9]{10}$/.test(id) ? id : "API_ID"],
    StageName: [stage ?? "STAGE"],
    ResourcePath: [resourcePath(subject)],
    HttpMethod: [verbs.has(verb(subject)) ? verb(subject) : "ANY"],
    ...(window === null ? {} : { StartTime: [runbookTime(window.from)], EndTime: [runbookTime(window.to)] }),
    ...(uuid !== null && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid) ? { RequestId: [uuid] } : {}),
  };
}

/** The path below the stage. On a custom domain it includes the mapping's key, which looks like any segment. */
function resourcePath({ api, exchange }: Case): string {
  const { segments } = exchange.request.target;
  return redactText(`/${segments.slice(api.stage === null ? 0 : 1).join("/")}`);
}
