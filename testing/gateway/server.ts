import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from "node:http2";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { createSecureContext, type SecureContext, type TLSSocket } from "node:tls";
import { issueForServer, type KeyPair } from "./certificates.ts";
import { type ClientCertificate, type GatewayRequest, HeaderList } from "./request.ts";
import type { Answer, HeaderPair, Outcome } from "./response.ts";
import { onServerName } from "./server-name.ts";
import { type RunningTcpServer, startTcpServer } from "./tcp-server.ts";
import type { Connected } from "./websocket-connect.ts";
import { acceptWebSocket } from "./websocket-frames.ts";

export interface ServerOptions {
  readonly port: number;
  readonly now: () => Date;
  /** Issues the certificate of every name asked for. */
  readonly authority: KeyPair;
  /** The truststore of the mutual TLS domains, and their names. */
  readonly truststore: KeyPair;
  readonly mutualTlsNames: readonly string[];
  answer(request: GatewayRequest): Promise<Outcome | Connected> | Outcome | Connected;
}

type Incoming = IncomingMessage | Http2ServerRequest;
type Outgoing = ServerResponse | Http2ServerResponse;

/** HTTPS with HTTP/2 and HTTP/1.1 on one port of 127.0.0.1, for every name there is. */
export function startServer(options: ServerOptions): Promise<RunningTcpServer> {
  const open = createTlsServer(options, false);
  const mutual = createTlsServer(options, true);
  const serverFor = (name: string) => (options.mutualTlsNames.includes(name) ? mutual : open);
  const take = (socket: Socket) => onServerName(socket, (name) => serverFor(name).emit("connection", socket));
  return startTcpServer(take, options.port);
}

function createTlsServer(options: ServerOptions, mutual: boolean): Http2SecureServer {
  const contexts = new Map<string, Promise<SecureContext>>();
  const server = createSecureServer({
    allowHTTP1: true,
    requestCert: mutual,
    // An untrusted certificate isn't refused in the handshake but over HTTP, as API Gateway does.
    rejectUnauthorized: false,
    SNICallback: (name, done) => {
      const context = contexts.get(name) ?? createContext(name, options, mutual);
      contexts.set(name, context);
      context.then(
        (ready) => done(null, ready),
        (error: Error) => done(error),
      );
    },
  });
  server.on("request", (request, response) => void respond(request, response, options));
  server.on("upgrade", (request: IncomingMessage, socket: Duplex) => void upgrade(request, socket, options));
  server.on("sessionError", () => {});
  server.on("tlsClientError", (_error, socket) => socket.destroy());
  return server;
}

// A certificate for each name: one for all would let a browser send several hosts' requests down one connection.
async function createContext(name: string, options: ServerOptions, mutual: boolean): Promise<SecureContext> {
  const own = await issueForServer(options.authority, name);
  return createSecureContext({
    cert: own.certificate,
    key: own.key,
    ...(mutual ? { ca: options.truststore.certificate } : {}),
  });
}

async function respond(incoming: Incoming, outgoing: Outgoing, options: ServerOptions): Promise<void> {
  try {
    const request = toGatewayRequest(incoming, await readBody(incoming), false, options);
    const outcome = await options.answer(request);
    if (outcome.kind === "answer") write(outcome, outgoing, request);
    else cut(incoming);
  } catch (error) {
    console.error("The local API Gateway failed on a request:", error);
    cut(incoming);
  }
}

async function upgrade(incoming: IncomingMessage, socket: Duplex, options: ServerOptions): Promise<void> {
  const request = toGatewayRequest(incoming, Buffer.alloc(0), true, options);
  const outcome = await options.answer(request);
  if (outcome.kind === "cut") return void socket.destroy();
  if (outcome.kind === "connected")
    return acceptWebSocket(socket, request.headers.get("sec-websocket-key") ?? "", outcome.api);
  const lines = complete(outcome, request).map(([name, value]) => `${casing.get(name) ?? name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${outcome.status} ${STATUS_CODES[outcome.status] ?? ""}\r\n${lines.join("")}Connection: close\r\n\r\n${outcome.body}`,
  );
}

function toGatewayRequest(
  incoming: Incoming,
  body: Buffer,
  isUpgrade: boolean,
  options: ServerOptions,
): GatewayRequest {
  const raw = incoming.rawHeaders;
  const pairs = raw.flatMap((name, index) =>
    index % 2 === 0 && !name.startsWith(":") ? [[name, raw[index + 1] ?? ""] as const] : [],
  );
  const authority = "authority" in incoming ? incoming.authority : incoming.headers.host;
  const target = incoming.url ?? "/";
  const mark = target.indexOf("?");
  return {
    method: incoming.method ?? "GET",
    host: (authority ?? "").toLowerCase().replace(/:\d+$/, ""),
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? "" : target.slice(mark + 1),
    headers: new HeaderList(pairs),
    body,
    sourceIp: incoming.socket.remoteAddress ?? "127.0.0.1",
    clientCertificate: certificateOf(incoming.socket as TLSSocket, options),
    upgrade: isUpgrade,
    receivedAt: options.now(),
  };
}

function certificateOf(socket: TLSSocket, options: ServerOptions): ClientCertificate {
  const name = socket.servername;
  if (typeof name !== "string" || !options.mutualTlsNames.includes(name)) return "not-asked";
  if (Object.keys(socket.getPeerCertificate()).length === 0) return "none";
  return socket.authorized ? "trusted" : "untrusted";
}

async function readBody(incoming: Incoming): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function write(outcome: Answer, outgoing: Outgoing, request: GatewayRequest): void {
  const grouped = new Map<string, string[]>();
  for (const [name, value] of complete(outcome, request)) grouped.set(name, [...(grouped.get(name) ?? []), value]);
  const isHttp1 = !("stream" in outgoing);
  outgoing.statusCode = outcome.status;
  for (const [name, values] of grouped)
    outgoing.setHeader((isHttp1 && casing.get(name)) || name, values.length === 1 ? (values[0] ?? "") : values);
  outgoing.end(request.method === "HEAD" ? "" : outcome.body);
}

function complete(outcome: Answer, request: GatewayRequest): HeaderPair[] {
  const length = request.method === "HEAD" ? 0 : Buffer.byteLength(outcome.body);
  return [["date", request.receivedAt.toUTCString()], ...outcome.headers, ["content-length", String(length)]];
}

function cut(incoming: Incoming): void {
  if ("stream" in incoming) incoming.stream.session?.destroy();
  else incoming.socket.destroy();
}

// HTTP/1.1 shows the spelling that AWS uses; HTTP/2 has lower case only.
const casing: ReadonlyMap<string, string> = new Map([
  ["date", "Date"],
  ["content-type", "Content-Type"],
  ["content-length", "Content-Length"],
  ["x-amzn-requestid", "x-amzn-RequestId"],
  ["x-amzn-errortype", "x-amzn-ErrorType"],
  ["x-amzn-trace-id", "X-Amzn-Trace-Id"],
  ["apigw-requestid", "Apigw-Requestid"],
  ["x-cache", "X-Cache"],
  ["via", "Via"],
  ["x-amz-cf-pop", "X-Amz-Cf-Pop"],
  ["x-amz-cf-id", "X-Amz-Cf-Id"],
]);
