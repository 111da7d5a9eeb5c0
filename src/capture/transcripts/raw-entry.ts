import { chunksJoined } from "./chunked.ts";
import { originOf, schemeOf } from "./connection.ts";
import { headerOf, statusOf, type TranscribedMessage, type TranscribedRequest } from "./requests.ts";

/** A HAR entry of what the transcript shows of one request (HAR 1.2, with Chromium's `_error`). */
export function rawEntryOf(transcribed: TranscribedRequest): object {
  const { connection, response, error } = transcribed;
  return {
    // A transcript has no date of its own; the producer's traits say that this is not when the request began.
    startedDateTime: response === null ? undefined : dateOf(response),
    request: requestOf(transcribed),
    response: response === null ? noResponse(error) : responseOf(response, error),
    serverIPAddress: connection.proxied ? undefined : (connection.address ?? undefined),
    cache: {},
    timings: {},
  };
}

function requestOf(transcribed: TranscribedRequest): object {
  const { request, command, redirectedTo } = transcribed;
  const [method, , httpVersion = ""] = request?.first.split(" ") ?? [];
  return {
    method: method ?? (redirectedTo === null ? command?.method : undefined) ?? "GET",
    url: urlOf(transcribed) ?? undefined,
    httpVersion,
    headers: request?.headers ?? command?.headers ?? [],
    bodySize: request === null ? -1 : Number(headerOf(request, "content-length") ?? -1),
    postData: postDataOf(request),
  };
}

function postDataOf(request: TranscribedMessage | null): object | undefined {
  if (request === null || request.body === null) return undefined;
  return { text: request.body, mimeType: headerOf(request, "content-type") ?? "" };
}

function responseOf(answer: TranscribedMessage, error: string | null): object {
  const [httpVersion = "", , ...words] = answer.first.split(" ");
  return {
    status: statusOf(answer),
    statusText: words.join(" "),
    httpVersion,
    headers: answer.headers,
    redirectURL: headerOf(answer, "location") ?? "",
    content: { size: -1, mimeType: headerOf(answer, "content-type") ?? "", ...bodyOf(answer) },
    _error: error,
  };
}

function noResponse(error: string | null): object {
  return { status: 0, statusText: "", httpVersion: "", headers: [], content: { size: 0, mimeType: "" }, _error: error };
}

/** What stands behind the body on a terminal, such as the next prompt, is no part of it. */
function bodyOf(answer: TranscribedMessage): { readonly text?: string } {
  if (answer.body === null) return {};
  const isChunked = /\bchunked\b/i.test(headerOf(answer, "transfer-encoding") ?? "");
  const text = (isChunked ? chunksJoined(answer.body) : null) ?? answer.body;
  const length = Number(headerOf(answer, "content-length") ?? Number.NaN);
  const bytes = new TextEncoder().encode(text);
  if (isJson(text) || !(length < bytes.length)) return { text };
  return { text: new TextDecoder().decode(bytes.subarray(0, length)) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function dateOf(response: TranscribedMessage): string | undefined {
  const date = new Date(headerOf(response, "date") ?? "");
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Null where neither the request nor a command line shows the address. */
function urlOf({ request, command, connection, redirectedTo }: TranscribedRequest): string | null {
  const asked = redirectedTo ?? command?.url ?? null;
  if (request === null) return resolved(asked ?? originOf(connection), command?.url);
  const [method, target = ""] = request.first.split(" ");
  if (/^https?:/i.test(target)) return target;
  if (method === "CONNECT") return `https://${target}`;
  const host = headerOf(request, "host");
  const named = host === null ? null : `${schemeOf(connection)}://${host}`;
  return resolved(target, originOf(connection) ?? originIn(asked) ?? named);
}

function originIn(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).origin : null;
}

function resolved(url: string | null, base: string | null | undefined): string | null {
  if (url === null) return null;
  if (URL.canParse(url)) return url;
  return base && URL.canParse(url, base) ? new URL(url, base).href : null;
}
