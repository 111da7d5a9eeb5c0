import { type CommandTexts, command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { quote } from "../../src/diagnosis/quote.ts";
import { change } from "./changes.ts";
import { apiId, deploy, region } from "./owner-commands.ts";
import { pageHeaders, pageOrigin, pageVerb, sendsCookies } from "./pages.ts";

/** Lets pages read the API's own refusals, without undoing them. Keeps what was set before. */
export function makeReadable(subject: Case): readonly Advice[] {
  switch (subject.api.kind) {
    case "http":
      return httpCors(subject, "To let the page read refusals (this does not undo them)");
    case "websocket":
      return [];
    case "unknown":
    case "rest":
      return gatewayResponses(subject);
  }
}

/** `update-gateway-response` changes the one header; `put-gateway-response` would drop templates and other headers. */
function gatewayResponses(subject: Case): readonly Advice[] {
  const kind = subject.api.kind === "unknown" ? ", if it is a REST API" : "";
  const origin = quote(pageOrigin(subject));
  return [
    change(
      `To let the page read refusals (this does not undo them), allow the origin ${origin} in the API's gateway response DEFAULT_4XX${kind}.`,
      command`aws apigateway update-gateway-response --rest-api-id ${apiId(subject)} --response-type DEFAULT_4XX --patch-operations ${JSON.stringify(readableHeaders(subject))} --region ${region(subject)}`,
    ),
    deploy(subject),
  ];
}

function readableHeaders(subject: Case): readonly object[] {
  const added = (header: string, value: string) => ({
    op: "add",
    path: `/responseParameters/gatewayresponse.header.${header}`,
    value: `'${value}'`,
  });
  return [
    added("Access-Control-Allow-Origin", pageOrigin(subject)),
    ...(sendsCookies(subject) ? [added("Access-Control-Allow-Credentials", "true")] : []),
  ];
}

/** Adds the page to an HTTP API's CORS configuration. The API replaces it as a whole, so the advice starts from it. */
export function httpCors(subject: Case, purpose: string): readonly Advice[] {
  const wanted = {
    AllowOrigins: [pageOrigin(subject)],
    AllowMethods: [pageVerb(subject)],
    AllowHeaders: pageHeaders(subject),
    ...(sendsCookies(subject) ? { AllowCredentials: true } : {}),
  };
  return [
    {
      says: `${purpose}, save the API's CORS configuration as cors.json.`,
      ...command`aws apigatewayv2 get-api --api-id ${apiId(subject)} --query CorsConfiguration --output json --region ${region(subject)}`,
    },
    change(
      `Add ${quote(JSON.stringify(wanted), 1000)} to its lists, and write it back: what is left out of the file is lost. Where there was none (\`null\`), the file holds just this.`,
      command`aws apigatewayv2 update-api --api-id ${apiId(subject)} --cors-configuration file://cors.json --region ${region(subject)}`,
    ),
  ];
}

/** The headers that a preflight's response must have, with their values. */
function preflightHeaders(subject: Case): readonly (readonly [name: string, value: string])[] {
  return [
    ["Access-Control-Allow-Origin", pageOrigin(subject)],
    ["Access-Control-Allow-Methods", `${pageVerb(subject)},OPTIONS`],
    ["Access-Control-Allow-Headers", pageHeaders(subject).join(",")],
    ...(sendsCookies(subject) ? [["Access-Control-Allow-Credentials", "true"] as const] : []),
  ];
}

/** An OPTIONS method that responds to preflights by itself: the method, its integration, and both responses. */
export function preflightMethodCommands(subject: Case): readonly CommandTexts[] {
  const headers = preflightHeaders(subject).map(([name, value]) => [`method.response.header.${name}`, value] as const);
  const declared = JSON.stringify(Object.fromEntries(headers.map(([name]) => [name, false])));
  const values = JSON.stringify(Object.fromEntries(headers.map(([name, value]) => [name, `'${value}'`])));
  const template = JSON.stringify({ "application/json": '{"statusCode": 200}' });
  const [id, place] = [apiId(subject), region(subject)];
  return [
    command`aws apigateway put-method --rest-api-id ${id} --resource-id RESOURCE_ID --http-method OPTIONS --authorization-type NONE --no-api-key-required --region ${place}`,
    command`aws apigateway put-method-response --rest-api-id ${id} --resource-id RESOURCE_ID --http-method OPTIONS --status-code 200 --response-parameters ${declared} --region ${place}`,
    command`aws apigateway put-integration --rest-api-id ${id} --resource-id RESOURCE_ID --http-method OPTIONS --type MOCK --request-templates ${template} --region ${place}`,
    command`aws apigateway put-integration-response --rest-api-id ${id} --resource-id RESOURCE_ID --http-method OPTIONS --status-code 200 --response-parameters ${values} --region ${place}`,
  ];
}
