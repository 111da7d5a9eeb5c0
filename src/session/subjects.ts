import type { Exchange } from "../exchange/exchange.ts";
import { isApiHost } from "../exchange/host.ts";
import type { Subject } from "./session.ts";

/** Longest time in milliseconds between a preflight's start and that of the request it was sent for. */
const preflightWindow = 30_000;

/**
 * Picks the refused requests: what a person would call "a 403", whatever status the owner or WAF gave it.
 * @param onGateway whether the exchange's host was taken for API Gateway
 */
export function subjectsOf(exchanges: readonly Exchange[], onGateway: (exchange: Exchange) => boolean): Subject[] {
  const blockedBy = new Map<Exchange, Exchange[]>();
  for (const preflight of exchanges.filter((each) => each.kind === "preflight" && isRefused(each))) {
    blockedBy.set(
      preflight,
      exchanges.filter((each) => isBehind(preflight, each)),
    );
  }
  const blocked = new Set([...blockedBy.values()].flat());
  return exchanges
    .filter((each) => !blocked.has(each) && (isRefused(each) || (isUnanswered(each) && onGateway(each))))
    .map((exchange) => ({ exchange, blocks: blockedBy.get(exchange) ?? [] }));
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

/** `{"message": "Forbidden", "connectionId": …}` is what a WebSocket API sends where no route matches. */
export function isForbiddenFrame(data: string): boolean {
  return data.length < 500 && /"message"\s*:\s*"Forbidden"/.test(data) && data.includes('"connectionId"');
}

/** No HTTP answer: a TLS handshake that was cut, a refusal that CORS hid from the recorder, or a plain network error. */
function isUnanswered({ kind, response }: Exchange): boolean {
  // Chromium 156 hands a refused handshake over without status, headers or error.
  if (kind === "websocket") return response.status === 0;
  if (response.status !== 0 || kind === "preflight" || response.failure === null) return false;
  return /ERR_FAILED|SSL|CERT|CONNECTION_CLOSED|CONNECTION_RESET/i.test(response.failure);
}

function isBehind(preflight: Exchange, other: Exchange): boolean {
  if (other.kind !== "request" || other.response.status !== 0 || other.file !== preflight.file) return false;
  if (other.request.url !== preflight.request.url) return false;
  const wanted = preflight.request.headers.get("access-control-request-method");
  return (wanted === undefined || wanted.toUpperCase() === other.request.method) && isClose(preflight, other);
}

function isClose(preflight: Exchange, other: Exchange): boolean {
  if (!preflight.startedAt.known || !other.startedAt.known) return true;
  return Math.abs(other.startedAt.value - preflight.startedAt.value) < preflightWindow;
}

/** True where the name or an answer shows that API Gateway is asked, so that silence may be a refusal of it. */
export function mayBeGateway(exchange: Exchange, taken: ReadonlySet<string>): boolean {
  return isApiHost(exchange.host.kind) || taken.has(exchange.host.hostname);
}
