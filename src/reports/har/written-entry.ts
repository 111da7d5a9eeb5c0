import type { HarEntry, HarRequest, HarResponse, WebSocketMessage } from "../../capture/entry.ts";
import { asFields, type Fields } from "../../capture/har/fields.ts";
import { decoded, targetOf } from "../../exchange/target.ts";

/**
 * Writes an entry as HAR 1.2 with Chromium's extra fields; reading it gives the same entry. HAR wants a start time, but
 * where the capture shows none, none is written: it would be invented.
 */
export function writtenEntry(entry: HarEntry): Fields {
  const { startedDateTime, request, response, serverIPAddress, wait, resourceType, webSocketMessages, servedBy } =
    entry;
  const start = startedDateTime === null ? null : isoOf(startedDateTime);
  return {
    ...(start !== null && { startedDateTime: start }),
    time: wait ?? 0,
    request: writtenRequest(request),
    response: writtenResponse(response),
    cache: {},
    timings: { send: 0, wait: wait ?? -1, receive: 0 },
    ...(serverIPAddress !== null && { serverIPAddress }),
    ...(resourceType !== null && { _resourceType: resourceType }),
    ...(servedBy === "cache" && { _fromCache: "disk" }),
    ...(servedBy === "service worker" && { _fetchedViaServiceWorker: true }),
    ...(webSocketMessages.length > 0 && {
      _webSocketMessages: webSocketMessages.map((each) => writtenMessage(each, startedDateTime)),
    }),
  };
}

/** An instant as ISO 8601; null where no Date can hold it (ECMA-262, 21.4.1.1). */
function isoOf(instant: number): string | null {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Unknown sizes and lengths are -1, as HAR 1.2 says. */
function writtenRequest({ method, url, httpVersion, headers, bodySize, postData }: HarRequest): Fields {
  const type = headers.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  return {
    method,
    url,
    httpVersion,
    cookies: [],
    headers,
    queryString: targetOf(url).query.map(([name, value]) => ({ name: decoded(name), value: decoded(value) })),
    headersSize: -1,
    bodySize: bodySize ?? -1,
    ...(postData !== null && { postData: { mimeType: type, text: postData } }),
  };
}

function writtenResponse({ status, statusText, httpVersion, headers, redirectURL, ...rest }: HarResponse): Fields {
  const { text, size, mimeType } = rest.content;
  return {
    status,
    statusText,
    httpVersion,
    cookies: [],
    headers,
    content: { size: size ?? -1, mimeType, ...(text !== null && { text }) },
    redirectURL,
    headersSize: -1,
    bodySize: -1,
    ...(rest.error !== null && { _error: rest.error }),
  };
}

/** Chromium's importer wants a time in seconds and an opcode (RFC 6455, 5.2); 1 is text. */
function writtenMessage({ type, data }: WebSocketMessage, start: number | null): Fields {
  return { type, time: (start ?? 0) / 1000, opcode: 1, data };
}

/** The fields added to a refused entry: a line for people, and the diagnosis. */
export interface Annotation {
  readonly comment: string;
  readonly diagnosis: object;
}

/** The entry with its annotation. */
export function annotated(entry: unknown, { comment, diagnosis }: Annotation): Fields {
  return { ...asFields(entry), comment, _apiGateway403: diagnosis };
}
