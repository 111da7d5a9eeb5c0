import { randomBytes, randomUUID } from "node:crypto";
import type { Api, GatewayResponse, GatewayResponses } from "./definition.ts";
import type { Refusal } from "./refusals.ts";
import { type Answer, answer, type HeaderPair } from "./response.ts";

/** A refusal as it leaves a REST or WebSocket API: the owner's gateway response over AWS's default. */
export function refuseAsRest(refusal: Refusal, api: Api | undefined): Answer {
  const responses = api?.kind === "REST" ? api.gatewayResponses : {};
  const custom = refusal.type === "NONE" ? {} : (responses[refusal.type] ?? fallback(responses, refusal.status));
  const requestId = randomUUID();
  const headers: HeaderPair[] = [
    ["content-type", "application/json"],
    ["x-amzn-requestid", requestId],
    ["x-amzn-errortype", refusal.errorType],
    ["x-amz-apigw-id", apigwId()],
  ];
  const body =
    custom.template === undefined
      ? JSON.stringify({ [refusal.key]: refusal.message })
      : fill(custom.template, refusal, requestId);
  return throughEdge(
    answer(custom.status ?? refusal.status, [...headers, ...Object.entries(custom.headers ?? {})], body),
    api,
  );
}

/** A refusal as it leaves an HTTP API: no error type, no other header than the request id. */
export function refuseAsHttp(refusal: Refusal, extra: readonly HeaderPair[] = []): Answer {
  return answer(
    refusal.status,
    [["content-type", "application/json"], ["apigw-requestid", apigwId()], ...extra],
    JSON.stringify({ message: refusal.message }),
  );
}

/** An integration's or web ACL's response with the ids of the API's kind. */
export function identify(given: Answer, api: Api): Answer {
  const ids: HeaderPair[] =
    api.kind === "HTTP"
      ? [["apigw-requestid", apigwId()]]
      : [
          ["x-amzn-requestid", randomUUID()],
          ["x-amz-apigw-id", apigwId()],
        ];
  return throughEdge({ ...given, headers: [...given.headers, ...ids] }, api);
}

/** The headers CloudFront adds on the way. `x-cache: Error` only says that the origin returned 400 or more. */
export function cloudFrontHeaders(failed: boolean): HeaderPair[] {
  return [
    ["x-cache", failed ? "Error from cloudfront" : "Miss from cloudfront"],
    ["via", `1.1 ${randomBytes(16).toString("hex")}.cloudfront.net (CloudFront)`],
    ["x-amz-cf-pop", "FRA56-P8"],
    ["x-amz-cf-id", randomBytes(42).toString("base64url")],
  ];
}

/** An X-Ray trace header as Lambda integrations leave it. */
export function traceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString("hex")};Parent=${randomBytes(8).toString("hex")};Sampled=0;Lineage=1:${randomBytes(4).toString("hex")}:0`;
}

// 15 characters that end in an equal-sign, as in every capture.
function apigwId(): string {
  return `${randomBytes(11).toString("base64").slice(0, 14).replace(/[+/]/g, "A")}=`;
}

function throughEdge(given: Answer, api: Api | undefined): Answer {
  if (api?.kind !== "REST" || api.endpointType !== "EDGE") return given;
  return { ...given, headers: [...given.headers, ...cloudFrontHeaders(given.status >= 400)] };
}

function fallback(responses: GatewayResponses, status: number): GatewayResponse {
  return (status >= 500 ? responses.DEFAULT_5XX : responses.DEFAULT_4XX) ?? {};
}

function fill(template: string, refusal: Refusal, requestId: string): string {
  return template
    .replaceAll("$context.error.messageString", JSON.stringify(refusal.message))
    .replaceAll("$context.error.message", refusal.message ?? "")
    .replaceAll("$context.error.responseType", refusal.type)
    .replaceAll("$context.requestId", requestId);
}
