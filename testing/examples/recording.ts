import type { Example, ExampleExchange } from "../../rules/example.ts";
import type { HarEntry, NameValue } from "../../src/capture/entry.ts";
import { liveFile, type Recorded } from "../../src/session/recording.ts";

/** The instant at which every example starts, milliseconds since the epoch. Fixed, so that examples never age. */
export const exampleStart = Date.UTC(2026, 2, 2, 9, 30);

const producer = { name: "WebInspector", version: "537.36", live: true } as const;

const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

/** Milliseconds to the first byte where the example names none. */
const usualWait = 60;

/** Writes an example out as DevTools of Chromium would have recorded it. */
export function recordingOf({ exchanges }: Example): Recorded[] {
  const starts = startsOf(exchanges);
  return exchanges.map((exchange, index) => ({
    file: liveFile,
    entry: index,
    producer,
    har: entryOf(exchange, starts[index] ?? exampleStart),
    bodyLost: null,
  }));
}

function startsOf(exchanges: readonly ExampleExchange[]): number[] {
  let seconds = -1;
  return exchanges.map(({ at }) => {
    seconds = at ?? seconds + 1;
    return exampleStart + seconds * 1000;
  });
}

function entryOf(exchange: ExampleExchange, start: number): HarEntry {
  const { status, responseBody: body = null, ttfb: wait = usualWait, resourceType = "fetch" } = exchange;
  return {
    startedDateTime: start,
    request: requestOf(exchange, resourceType),
    response: {
      status,
      statusText: "",
      httpVersion: status === 0 ? "" : versionOf(resourceType),
      headers: status === 0 ? [] : headersOf(responseHeadersOf(exchange, start + wait)),
      redirectURL: "",
      content: { text: body, size: body === null ? null : bytesOf(body), mimeType: mimeTypeOf(exchange) },
      error: exchange.error ?? null,
    },
    serverIPAddress: exchange.address ?? (status === 0 ? null : "203.0.113.10"),
    wait: status === 0 ? null : wait,
    resourceType,
    webSocketMessages: exchange.frames ?? [],
  };
}

function requestOf(
  { method = "GET", url, requestHeaders: sends, requestBody: sendsBody, bodySize }: ExampleExchange,
  resourceType: string,
): HarEntry["request"] {
  const { host } = new URL(url);
  return {
    method,
    url,
    httpVersion: versionOf(resourceType),
    headers: headersOf({ ...sentUsually(host, resourceType, sends), ...sends }),
    bodySize: bodySize ?? bytesOf(sendsBody ?? ""),
    postData: sendsBody ?? null,
  };
}

/** A handshake is HTTP/1.1; other requests name their host as HTTP/2 does unless the example gives a Host header. */
function sentUsually(
  host: string,
  resourceType: string,
  sends: ExampleExchange["requestHeaders"] = {},
): Record<string, string> {
  if (resourceType === "websocket") {
    return { host, connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13", "user-agent": browser };
  }
  const named = "host" in sends ? {} : { ":authority": host };
  return { ...named, accept: "*/*", "user-agent": browser };
}

function responseHeadersOf(
  { responseHeaders: answers = {}, responseBody: body = "", resourceType }: ExampleExchange,
  end: number,
): Record<string, string> {
  const date = new Date(end).toUTCString();
  if (resourceType === "websocket") return { date, ...answers };
  return { date, "content-type": "application/json", "content-length": String(bytesOf(body)), ...answers };
}

function versionOf(resourceType: string): string {
  return resourceType === "websocket" ? "http/1.1" : "h2";
}

function mimeTypeOf({ responseHeaders: answers, status }: ExampleExchange): string {
  return answers?.["content-type"] ?? (status === 0 ? "x-unknown" : "application/json");
}

function headersOf(headers: Readonly<Record<string, string>>): NameValue[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
