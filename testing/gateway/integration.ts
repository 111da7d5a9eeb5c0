import type { Integration } from "./definition.ts";
import { traceId } from "./envelope.ts";
import type { GatewayRequest } from "./request.ts";
import { type Answer, answer } from "./response.ts";

/**
 * The integration's response, whatever its status: a 403 of its own is passed on without x-amzn-errortype, and a Lambda
 * function's carries x-amzn-trace-id.
 */
export function integrate(integration: Integration, request: GatewayRequest): Answer {
  const result = integration.respond(request);
  const trace = integration.type === "LAMBDA" ? ([["x-amzn-trace-id", traceId()]] as const) : [];
  return answer(result.statusCode, [...Object.entries(result.headers), ...trace], result.body);
}
