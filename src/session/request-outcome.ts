import type { Exchange } from "../exchange/exchange.ts";
import { plainLength } from "../exchange/refusal-message.ts";
import { isRefused } from "./refused-requests.ts";

/** How far the other requests of a session got: facts that the refused one can be compared with. */

/** The API did what was asked: a success or a redirect. */
export function succeeded({ response }: Exchange): boolean {
  return response.status >= 100 && response.status < 400 && response.status !== 202 ? true : isPlainAccepted(response);
}

function isPlainAccepted({ status, headers }: Exchange["response"]): boolean {
  return status === 202 && !headers.has("x-amzn-waf-action");
}

/** The integration was reached: a success, or an error in the application's own words. */
export function reachedIntegration(exchange: Exchange): boolean {
  const { status, errorTypes, headers, body } = exchange.response;
  if (succeeded(exchange)) return true;
  if (status < 400 || [401, 403, 429].includes(status)) return false;
  if (errorTypes.known && errorTypes.value.length > 0) return false;
  const isHttpApiNotFound = status === 404 && body.known && /^\s*\{"message":"Not Found"\}\s*$/.test(body.value);
  return headers.has("x-amzn-trace-id") || (status !== 404 ? false : !isHttpApiNotFound && body.known);
}

/** Bytes of `{"message":"Forbidden"}`. */
const forbiddenLength = 23;

/**
 * The stage was found. Everything but a plain Forbidden proves it on a REST API: an unknown stage is responded to
 * Forbidden before routes are looked up.
 */
export function passedStage(exchange: Exchange): boolean {
  const { status, errorTypes } = exchange.response;
  if (status === 0) return false;
  if (reachedIntegration(exchange) || status === 429 || status === 401) return true;
  if (!isRefused(exchange)) return false;
  if (plainLength(exchange.response) === forbiddenLength) return false;
  return errorTypes.known && errorTypes.value.length > 0 && !errorTypes.value.includes("ForbiddenException");
}

/** Not refused, or refused only behind the stage. */
export function gotThrough(exchange: Exchange): boolean {
  return !isRefused(exchange) || passedStage(exchange);
}

/** Got a response of its own; a preflight gets one for another. */
export function hasResponse({ kind, response }: Exchange): boolean {
  return response.status > 0 && kind !== "preflight";
}

/** API Gateway sends no `server` header but `Server`; any other is of another origin on the same name. */
export function isOfOtherOrigin({ response }: Exchange): boolean {
  return !/^Server$/.test(response.headers.get("server") ?? "Server");
}

/** Not shown to come from another origin behind the same name. */
export function isOfSameOrigin(exchange: Exchange): boolean {
  return !isOfOtherOrigin(exchange);
}

/** An integration responded to this very request: nothing that a cache or a preflight's mock would give. */
export function ranIntegration(exchange: Exchange): boolean {
  const { response, request } = exchange;
  if (!reachedIntegration(exchange) || request.method === "OPTIONS" || response.status === 304) return false;
  return !response.headers.has("age") && !/^(?:Refresh)?Hit/i.test(response.headers.get("x-cache") ?? "");
}
