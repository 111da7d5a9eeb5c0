import type { HarEntry } from "../har/entry.ts";
import type { ProducerTraits } from "../har/producer-traits.ts";
import type { Exchange, Request, Response } from "./exchange.ts";
import { type Headers, headersOf } from "./headers.ts";
import { identifyHost } from "./host.ts";
import { known, type Maybe, unknown } from "./known.ts";
import { targetOf } from "./target.ts";

/** Where an entry stands in its file and session, and what is known about its capture. */
export interface Origin {
  readonly id: number;
  readonly file: string;
  readonly entry: number;
  readonly traits: ProducerTraits;
  /** Why the body could not be fetched, where the browser said so. */
  readonly bodyLost: string | null;
}

/** Normalises one entry. Whatever the capture left out becomes `Unknown` with the reason. */
export function exchangeOf(har: HarEntry, { id, file, entry, traits, bodyLost }: Origin): Exchange {
  const target = targetOf(har.request.url);
  const kind = kindOf(har);
  const { leavesOut } = traits;
  return {
    id,
    file,
    entry,
    kind,
    startedAt: maybe(
      leavesOut.startTime ? null : har.startedDateTime,
      leavesOut.startTime ?? "the entry has no start time",
    ),
    wait: maybe(har.wait !== null && har.wait >= 0 ? har.wait : null, leavesOut.timings ?? "the entry has no timing"),
    host: identifyHost(target.hostname, target.path),
    request: requestOf(har, kind, traits),
    response: responseOf(har, bodyLost, traits),
    serverAddress: maybe(har.serverIPAddress || null, leavesOut.serverIPAddress ?? "the entry has no server address"),
    webSocketMessages: har.webSocketMessages,
  };
}

function maybe<T>(value: T | null, why: string): Maybe<T> {
  return value === null ? unknown(why) : known(value);
}

/** Firefox marks no preflight, so the header that only preflights carry decides (Fetch standard, 4.8). */
function kindOf({ request, resourceType }: HarEntry): Exchange["kind"] {
  if (resourceType === "preflight") return "preflight";
  const headers = headersOf(request.headers);
  if (request.method === "OPTIONS" && headers.has("access-control-request-method")) return "preflight";
  if (resourceType === "websocket" || /^wss?:/i.test(request.url)) return "websocket";
  return headers.get("upgrade")?.toLowerCase() === "websocket" ? "websocket" : "request";
}

function requestOf({ request }: HarEntry, kind: Exchange["kind"], traits: ProducerTraits): Request {
  const headers = headersOf(request.headers);
  const headersShown = request.headers.length > 0;
  return {
    method: request.method.toUpperCase(),
    url: request.url,
    target: targetOf(request.url),
    headers,
    headersShown,
    authorization: authorizationOf(headers, headersShown, kind, traits),
    body: maybe(request.postData, noBody(request, traits)),
    bodyDigest: request.postDataDigest ?? request.postData,
    bodySize: bodySizeOf(request.bodySize, request.postData),
  };
}

function noBody({ postDataDigest }: HarEntry["request"], { leavesOut }: ProducerTraits): string {
  if (postDataDigest !== undefined) return "the body is long, and was not kept";
  return leavesOut.requestBody ?? "the entry has no request body";
}

function authorizationOf(
  headers: Headers,
  headersShown: boolean,
  kind: Exchange["kind"],
  traits: ProducerTraits,
): Maybe<string | null> {
  const value = headers.get("authorization");
  if (value !== undefined) return known(value);
  // A browser never sends credentials on a preflight (Fetch standard, 4.8).
  if (kind === "preflight") return known(null);
  if (!headersShown) return unknown("the request headers were not captured");
  return traits.leavesOut.authorization === undefined ? known(null) : unknown(traits.leavesOut.authorization);
}

function bodySizeOf(bodySize: number | null, postData: string | null): Maybe<number> {
  if (bodySize !== null && bodySize >= 0 && !(bodySize === 0 && postData)) return known(bodySize);
  return postData === null
    ? unknown("the entry has no request body size")
    : known(new TextEncoder().encode(postData).length);
}

function responseOf({ request, response }: HarEntry, bodyLost: string | null, { leavesOut }: ProducerTraits): Response {
  const headers = headersOf(response.headers);
  const headersShown = response.headers.length > 0;
  const length = Number(headers.get("content-length") ?? Number.NaN);
  const date = Date.parse(headers.get("date") ?? "");
  return {
    status: Math.max(0, response.status),
    headers,
    headersShown,
    errorTypes: headersShown
      ? known(headers.values("x-amzn-errortype").map(withoutSuffix))
      : unknown(leavesOut.hiddenAnswers ?? "the response headers were not captured"),
    body: bodyOf(request.method, response, headers, { bodyLost, leftOut: leavesOut.responseBody }),
    contentLength: maybe(Number.isInteger(length) ? length : null, "the answer has no content-length"),
    date: maybe(Number.isNaN(date) ? null : date, "the answer has no Date"),
    failure: response.error,
  };
}

/** Older captures add `:http://internal.amazon.com/coral/...` to the error type. */
function withoutSuffix(errorType: string): string {
  return errorType.split(":")[0]?.trim() ?? "";
}

/** Why there is no body: what the browser said of this one, and what the producer does with all. */
interface BodyReasons {
  readonly bodyLost: string | null;
  readonly leftOut: string | undefined;
}

function bodyOf(
  method: string,
  response: HarEntry["response"],
  headers: Headers,
  { bodyLost, leftOut }: BodyReasons,
): Maybe<string> {
  const { text, size, unread } = response.content;
  if (text !== null && text !== "") return known(text);
  if (method.toUpperCase() === "HEAD") return known("");
  if (hiddenByCors(response)) return unknown("hidden by CORS");
  if (unread) return unknown("the request was not refused, so that the body was not read");
  if (bodyLost !== null) return unknown(bodyLost);
  if (headers.get("content-length") === "0" || (text === "" && size === 0 && !headers.has("content-length"))) {
    return known("");
  }
  return unknown(response.status <= 0 ? "there is no answer" : (leftOut ?? "the capture holds no body"));
}

/** Chromium 156 keeps status and headers of an answer that CORS hides, marks it ERR_FAILED and drops the body. */
function hiddenByCors({ status, error }: HarEntry["response"]): boolean {
  return status > 0 && error !== null && /ERR_FAILED|CORS/i.test(error);
}
