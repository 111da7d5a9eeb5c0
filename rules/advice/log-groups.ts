import type { Case } from "../../src/diagnosis/case.ts";

/**
 * The log group of a stage's execution log. Null if API or stage are unknown, and for HTTP APIs, which have none.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html and
 * .../websocket-api-logging.html
 */
export function executionLogGroup({ api: { id, stage, kind } }: Case): string | null {
  if (id === null || stage === null || kind === "http") return null;
  return kind === "websocket" ? `/aws/apigateway/${id}/${stage}` : `API-Gateway-Execution-Logs_${id}/${stage}`;
}
