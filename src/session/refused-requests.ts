import type { Exchange } from "../exchange/exchange.ts";
import { jsonObject } from "../exchange/json-object.ts";
import { Selection } from "./selection.ts";
import type { RefusedRequest } from "./session.ts";

/** Longest time in milliseconds between a preflight's start and that of the request it was sent for. */
const preflightWindow = 30_000;

/**
 * Picks the refused requests: what a person would call "a 403", whatever status the owner or WAF gave it.
 * @param onGateway whether the exchange's host was taken for API Gateway
 */
export function refusedRequestsOf(
  exchanges: readonly Exchange[],
  onGateway: (exchange: Exchange) => boolean,
): RefusedRequest[] {
  const withoutResponse = new Selection(
    exchanges.filter(({ kind, response }) => kind === "request" && response.status === 0),
  );
  const refusedPreflights = exchanges.filter((each) => each.kind === "preflight" && isRefused(each));
  const blockedBy = new Map(
    refusedPreflights.map((preflight) => [preflight, requestsBehind(preflight, withoutResponse)]),
  );
  const blocked = new Set([...blockedBy.values()].flat());
  return exchanges
    .filter((each) => !blocked.has(each) && (isRefused(each) || (hasNoResponse(each) && onGateway(each))))
    .map((exchange) => ({ exchange, blocks: blockedBy.get(exchange) ?? [] }));
}

/** Most requests are neither refused nor without a response: nothing else can be a subject, or stopped by one. */
export function isNotable(exchange: Exchange): boolean {
  return exchange.response.status === 0 || isRefused(exchange);
}

/** A 403; or another status that still carries a gateway's error type or AWS WAF's action; or a refused frame. */
export function isRefused({ response, webSocketMessages }: Exchange): boolean {
  const { status, headers } = response;
  if (status === 403) return true;
  if (status >= 500) return false;
  if ((status === 202 || status === 405) && headers.has("x-amzn-waf-action")) return true;
  if (response.errorTypes.known && response.errorTypes.value.some(isRefusalType)) return true;
  return webSocketMessages.some(({ type, data }) => type === "receive" && isForbiddenFrame(data));
}

/** Error types with which API Gateway refuses; 400s and 5xx have others. */
const refusalTypes = new Set([
  "forbiddenexception",
  "accessdeniedexception",
  "missingauthenticationtokenexception",
  "incompletesignatureexception",
  "invalidsignatureexception",
  "signaturedoesnotmatch",
  "unrecognizedclientexception",
  "expiredtokenexception",
  "invalidclienttokenid",
]);

function isRefusalType(errorType: string): boolean {
  return refusalTypes.has(errorType.toLowerCase());
}

/**
 * `{"message": "Forbidden", "connectionId": …, "requestId": …}` is what a WebSocket API sends where no route matches.
 * An application's own frames have other keys.
 */
export function isForbiddenFrame(data: string): boolean {
  if (data.length >= 500 || !data.includes('"Forbidden"')) return false;
  const frame = jsonObject(data);
  const keys = Object.keys(frame ?? {});
  return frame?.["message"] === "Forbidden" && keys.length === 3 && "connectionId" in frame && "requestId" in frame;
}

/** No HTTP response: a TLS handshake that was cut, a refusal that CORS hid from the recorder, or a plain network error. */
function hasNoResponse({ kind, response }: Exchange): boolean {
  // Chromium 156 hands a refused handshake over without status, headers or error.
  if (kind === "websocket") return response.status === 0;
  if (response.status !== 0 || kind === "preflight" || response.failure === null) return false;
  if (distrustsServer(response.failure)) return false;
  return /ERR_FAILED|SSL|CERT|CONNECTION[_ ](?:CLOSED|RESET)/i.test(response.failure);
}

/** The errors of Chromium, Firefox and OpenSSL (curl) for a server's certificate: the client refused, not the server. */
export function distrustsServer(failure: string): boolean {
  return /ERR_CERT_|SEC_ERROR_|PKIX_ERROR_|SSL_ERROR_BAD_CERT_DOMAIN|certificate problem|CERTIFICATE_VERIFY_FAILED|no alternative certificate/i.test(
    failure,
  );
}

const urlOf = ({ request }: Exchange) => request.url;

function requestsBehind(preflight: Exchange, unanswered: Selection): Exchange[] {
  const toUrl = unanswered.with(urlOf, preflight.request.url);
  return closeTo(preflight, toUrl)
    .filter((each) => isBehind(preflight, each))
    .toSorted((a, b) => a.id - b.id);
}

/** Requests near the preflight in time. One without a time may be near. */
function closeTo({ startedAt }: Exchange, unanswered: Selection): readonly Exchange[] {
  if (!startedAt.known) return unanswered.members;
  const timed = unanswered.startedBetween(startedAt.value - preflightWindow, startedAt.value + preflightWindow);
  return [...timed, ...unanswered.that(hasNoStart).members];
}

function hasNoStart({ startedAt }: Exchange): boolean {
  return !startedAt.known;
}

function isBehind(preflight: Exchange, other: Exchange): boolean {
  if (other.file !== preflight.file) return false;
  const wanted = preflight.request.headers.get("access-control-request-method");
  return wanted === undefined || wanted.toUpperCase() === other.request.method;
}
