import type { Exchange } from "../../src/exchange/exchange.ts";
import { refusalMessageOf } from "../../src/exchange/refusal-message.ts";

/** The response to a check, compared with the refusal. */
export interface ComparedResponse {
  /** It is the same refusal: the same status, error type and wording, as far as both show them. */
  readonly isSame: boolean;
  /** API Gateway says that there is no such route. */
  readonly isNoSuchRoute: boolean;
  /** API Gateway says only Forbidden: at a step before the routes, or because the key is missing. */
  readonly isForbidden: boolean;
  /** It requires credentials. */
  readonly isUnauthorized: boolean;
}

/**
 * Compares the response to a check with the refusal. Null if the response tells nothing about the cause: there is none,
 * it limits the rate, a server failed, something on the way responded, or only the status is shown.
 */
export function compareResponse(refused: Exchange, answer: Exchange): ComparedResponse | null {
  const { status } = answer.response;
  if (status === 0 || status === 429 || status >= 500) return null;
  const isSame = sameRefusal(refused, answer);
  if (isSame === null || (!isSame && isOfSomethingOnTheWay(answer))) return null;
  return {
    isSame,
    isNoSuchRoute: saysNoSuchRoute(answer),
    isForbidden: saysForbidden(answer),
    isUnauthorized: status === 401,
  };
}

/** True for AWS WAF's challenge, which a page can have passed, and for a 403 without API Gateway's request id. */
function isOfSomethingOnTheWay({ response: { status, headers } }: Exchange): boolean {
  if (headers.has("x-amzn-waf-action")) return true;
  return status === 403 && !["x-amzn-requestid", "apigw-requestid"].some((name) => headers.has(name));
}

/** Null if the statuses are equal and nothing else can be compared. */
function sameRefusal(refused: Exchange, answer: Exchange): boolean | null {
  if (refused.response.status !== answer.response.status) return false;
  const types = [refused, answer].map(({ response }) => (response.errorTypes.known ? response.errorTypes.value : null));
  const wordings = [refused, answer].map(wordingOf);
  const comparable = [types.map((each) => each?.join() ?? null), wordings].filter((pair) => !pair.includes(null));
  if (comparable.length === 0) return null;
  return comparable.every(([one, other]) => one === other);
}

function wordingOf(exchange: Exchange): string | null {
  const refusal = refusalMessageOf(exchange);
  return refusal.known ? refusal.value.wording : null;
}

/** True for a REST API's (with or without Authorization header) or HTTP API's response for an unknown route. */
function saysNoSuchRoute(answer: Exchange): boolean {
  const { status, errorTypes, headers } = answer.response;
  if (status === 404) return headers.has("apigw-requestid");
  const wording = wordingOf(answer);
  if (wording !== null) return wording === "missing-authentication-token";
  return errorTypes.known && errorTypes.value.includes("MissingAuthenticationTokenException");
}

function saysForbidden(answer: Exchange): boolean {
  const { status, errorTypes } = answer.response;
  if (status !== 403) return false;
  return wordingOf(answer) === "forbidden" || (errorTypes.known && errorTypes.value.includes("ForbiddenException"));
}
