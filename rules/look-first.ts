import { command } from "../src/commands/command.ts";
import type { Case } from "../src/diagnosis/case.ts";
import type { Advice } from "../src/diagnosis/diagnosis.ts";
import { redactUrl } from "../src/privacy/redaction.ts";
import { isSafe } from "./probes/probes.ts";

/**
 * What to look at before any check, where the capture left out headers of the response: they say who refused, and their
 * error type says why. Null where there was no response, or nothing was left out.
 */
export function lookFirst(subject: Case): Advice | null {
  const { request, response } = subject.exchange;
  if (response.status === 0 || response.headersLeftOut === null) return null;
  const says = `Look at the whole response, since ${response.headersLeftOut}. \`x-amzn-errortype\` names the reason of a REST API, beside \`x-amz-apigw-id\` or \`x-amzn-requestid\`; \`apigw-requestid\` is an HTTP API's; \`server\` and \`x-cache\` name CloudFront, another CDN or a web server. Without any of them API Gateway did not respond.`;
  if (!isSafe(subject)) return { says, command: null };
  return { says, ...command`curl -si -X ${request.method} ${redactUrl(request.url)}` };
}
