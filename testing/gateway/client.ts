import { connect as connectHttp2 } from "node:http2";
import { request as requestHttps } from "node:https";
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from "node:tls";
import type { KeyPair } from "./certificates.ts";

/** A request as a row gives it. */
export interface ClientRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ClientResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ClientOptions {
  readonly httpVersion?: "1.1" | "2";
  readonly clientCertificate?: KeyPair;
}

/** Send a request to a port of 127.0.0.1 under the URL's name. A `host` header changes :authority, not the TLS name. */
export function send(port: number, request: ClientRequest, options: ClientOptions = {}): Promise<ClientResponse> {
  return options.httpVersion === "1.1" ? sendHttp1(port, request, options) : sendHttp2(port, request, options);
}

function tlsOptions(port: number, url: URL, options: ClientOptions): ConnectionOptions {
  const { clientCertificate } = options;
  // The certificates are the gateway's own, made a moment ago.
  const common = { host: "127.0.0.1", port, servername: url.hostname, rejectUnauthorized: false };
  return clientCertificate ? { ...common, cert: clientCertificate.certificate, key: clientCertificate.key } : common;
}

function openTls(options: ConnectionOptions, protocol: "h2" | "http/1.1"): TLSSocket {
  return connectTls({ ...options, ALPNProtocols: [protocol] });
}

function sendHttp2(port: number, request: ClientRequest, options: ClientOptions): Promise<ClientResponse> {
  const url = new URL(request.url.replace(/^wss:/, "https:"));
  const { host = url.host, ...headers } = request.headers;
  return new Promise((resolve, reject) => {
    const session = connectHttp2(url.origin, { createConnection: () => openTls(tlsOptions(port, url, options), "h2") });
    const fail = (error: Error) => {
      session.destroy();
      reject(error);
    };
    session.on("error", fail);
    session.on("close", () => reject(new Error("The connection was closed without a response.")));
    const stream = session.request({
      ":method": request.method,
      ":path": url.pathname + url.search,
      ":authority": host,
      ...headers,
    });
    const chunks: Buffer[] = [];
    let received: Record<string, string> = {};
    stream.on("error", fail);
    stream.on("response", (given) => {
      received = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
    });
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const status = Number(received[":status"]);
      if (status > 0) resolve({ status, headers: received, body: Buffer.concat(chunks).toString() });
      session.destroy();
    });
    stream.end(request.body);
  });
}

function sendHttp1(port: number, request: ClientRequest, options: ClientOptions): Promise<ClientResponse> {
  const url = new URL(request.url.replace(/^wss:/, "https:"));
  const path = url.pathname + url.search;
  const upgrade = request.url.startsWith("wss:")
    ? {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      }
    : {};
  const headers = { host: url.host, ...upgrade, ...request.headers };
  return new Promise((resolve, reject) => {
    const createConnection = () => openTls(tlsOptions(port, url, options), "http/1.1");
    const outgoing = requestHttps({ createConnection, method: request.method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: {}, body: "" });
    });
    outgoing.on("error", reject);
    outgoing.end(request.body);
  });
}
