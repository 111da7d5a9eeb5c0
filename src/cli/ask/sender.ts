import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { HarEntry, NameValue } from "../../capture/entry.ts";
import { SafeRequest } from "../../probes/safe-request.ts";
import { failureSentence } from "./failure.ts";

export interface SenderOptions {
  /** Most milliseconds to wait for the response. */
  readonly patience?: number;
  /** Opens the connection; Node.js does it by default, and verifies the server's certificate. */
  readonly createConnection?: RequestOptions["createConnection"];
}

const usualPatience = 10_000;

/** Most bytes of a body that are read; API Gateway's own responses are far shorter. */
const mostRead = 64 * 1024;

/**
 * Sends one request and records the response as an entry of a capture. Follows no redirect. Without a response the status is
 * 0 and `error` says why in a sentence. Throws where the argument is not a `SafeRequest`.
 */
export async function send(request: SafeRequest, options: SenderOptions = {}): Promise<HarEntry> {
  if (!SafeRequest.isOne(request)) throw new TypeError("Only what SafeRequest.from made is sent.");
  const { patience = usualPatience } = options;
  const signal = AbortSignal.timeout(patience);
  const startedDateTime = Date.now();
  const outgoing = opened(request, signal, options);
  try {
    const [response] = (await once(outgoing, "response", { signal })) as [IncomingMessage];
    const wait = Date.now() - startedDateTime;
    const address = response.socket.remoteAddress ?? null;
    const text = await startOf(response);
    return entryOf(request, { startedDateTime, wait, address, response: responseOf(response, text) });
  } catch (error) {
    const response = { ...noResponse, error: failureSentence(error, new URL(request.url).hostname, patience) };
    return entryOf(request, { startedDateTime, wait: null, address: null, response });
  } finally {
    outgoing.destroy();
  }
}

function opened({ method, url, headers }: SafeRequest, signal: AbortSignal, { createConnection }: SenderOptions) {
  const isSecure = new URL(url).protocol === "https:";
  const start = isSecure ? requestHttps : requestHttp;
  const outgoing: ClientRequest = start(url, {
    method,
    headers: { accept: "*/*", ...Object.fromEntries(headers.map(({ name, value }) => [name, value])) },
    rejectUnauthorized: true,
    signal,
    // No connection stays open for another request. With `createConnection` Node.js has no agent, and defaults to port 80.
    ...(createConnection === undefined ? { agent: false } : { createConnection, defaultPort: isSecure ? 443 : 80 }),
  });
  // Only the first error matters to the caller; one after the response shows in its body.
  outgoing.on("error", () => {});
  outgoing.end();
  return outgoing;
}

/** The first part of the body as text; null where it is compressed or incomplete. */
async function startOf(response: IncomingMessage): Promise<string | null> {
  if (response.headers["content-encoding"] !== undefined) return null;
  const read: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      read.push(piece);
      length += piece.length;
      if (length >= mostRead) break;
    }
  } catch {
    return null;
  }
  return Buffer.concat(read).toString("utf8", 0, mostRead);
}

const noResponse = {
  status: 0,
  statusText: "",
  httpVersion: "",
  headers: [],
  redirectURL: "",
  content: { text: null, size: null, mimeType: "" },
} as const;

function responseOf(response: IncomingMessage, text: string | null): HarEntry["response"] {
  const { statusCode = 0, statusMessage = "", httpVersion, rawHeaders, headers } = response;
  return {
    status: statusCode,
    statusText: statusMessage,
    httpVersion: `HTTP/${httpVersion}`,
    headers: pairsOf(rawHeaders),
    redirectURL: headers.location ?? "",
    content: { text, size: null, mimeType: headers["content-type"] ?? "" },
    error: null,
  };
}

/** Pairs up the list of Node.js, in which names and values alternate. */
function pairsOf(raw: readonly string[]): readonly NameValue[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [{ name, value: raw[index + 1] ?? "" }] : []));
}

interface Came {
  readonly startedDateTime: number;
  readonly wait: number | null;
  readonly address: string | null;
  readonly response: HarEntry["response"];
}

function entryOf({ method, url, headers }: SafeRequest, { startedDateTime, wait, address, response }: Came): HarEntry {
  return {
    startedDateTime,
    request: { method, url, httpVersion: "HTTP/1.1", headers, bodySize: 0, postData: null },
    response,
    serverIPAddress: address,
    wait,
    resourceType: null,
    webSocketMessages: [],
  };
}
