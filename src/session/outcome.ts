import type { Exchange } from "../exchange/exchange.ts";
import { isRefused } from "./subjects.ts";

/** How far the other requests of a session got: facts that the refused one can be compared with. */

/** The API did what was asked: a success or a redirect. */
export function succeeded({ response }: Exchange): boolean {
  return response.status >= 100 && response.status < 400 && response.status !== 202 ? true : isPlainAccepted(response);
}

function isPlainAccepted({ status, headers }: Exchange["response"]): boolean {
  return status === 202 && !headers.has("x-amzn-waf-action");
}

/** The integration was reached, whatever it said: a success, or an error in the application's own words. */
export function reachedIntegration(exchange: Exchange): boolean {
  const { status, errorTypes, headers, body } = exchange.response;
  if (succeeded(exchange)) return true;
  if (status < 400 || [401, 403, 429].includes(status)) return false;
  if (errorTypes.known && errorTypes.value.length > 0) return false;
  const isHttpApiNotFound = status === 404 && body.known && /^\s*\{"message":"Not Found"\}\s*$/.test(body.value);
  return headers.has("x-amzn-trace-id") || (status !== 404 ? false : !isHttpApiNotFound && body.known);
}

/**
 * The stage was found. Everything but a plain Forbidden proves it on a REST API: an unknown stage is answered
 * Forbidden before routes are looked up.
 */
export function passedStage(exchange: Exchange): boolean {
  const { status, errorTypes, contentLength } = exchange.response;
  if (status === 0) return false;
  if (reachedIntegration(exchange) || status === 429 || status === 401) return true;
  if (!isRefused(exchange)) return false;
  if (contentLength.known && contentLength.value === 23) return false;
  return errorTypes.known && errorTypes.value.length > 0 && !errorTypes.value.includes("ForbiddenException");
}
