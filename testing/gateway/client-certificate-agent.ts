import type { Socket } from "node:net";
import { connect, createSecureContext, type SecureContext, TLSSocket } from "node:tls";
import { issueForServer, type KeyPair } from "./certificates.ts";
import { type RunningTcpServer, startTcpServer } from "./tcp-server.ts";

export interface AgentOptions {
  readonly authority: KeyPair;
  /** What the agent presents to the gateway in the browser's stead. */
  readonly clientCertificate: KeyPair;
  readonly gatewayPort: number;
}

/**
 * A workstation's certificate agent: it ends the browser's TLS and opens TLS to the gateway with a client certificate.
 * A browser in a test has none of its own, and its certificate dialogue can't be closed there.
 */
export function startClientCertificateAgent(options: AgentOptions): Promise<RunningTcpServer> {
  const contexts = new Map<string, Promise<SecureContext>>();
  const contextFor = (name: string) => {
    const context = contexts.get(name) ?? createContext(name, options.authority);
    contexts.set(name, context);
    return context;
  };
  return startTcpServer((socket) => relay(socket, contextFor, options));
}

function relay(socket: Socket, contextFor: (name: string) => Promise<SecureContext>, options: AgentOptions): void {
  let name = "";
  const browser = new TLSSocket(socket, {
    isServer: true,
    ALPNProtocols: ["h2", "http/1.1"],
    SNICallback: (serverName, done) => {
      name = serverName;
      contextFor(serverName).then(
        (context) => done(null, context),
        (error: Error) => done(error),
      );
    },
  });
  browser.on("error", () => socket.destroy());
  browser.once("secure", () => pipe(browser, name, options));
}

// The gateway is offered only the protocol that the browser agreed to, so the bytes can pass unread.
function pipe(browser: TLSSocket, name: string, options: AgentOptions): void {
  const protocol = browser.alpnProtocol === false || browser.alpnProtocol === null ? "http/1.1" : browser.alpnProtocol;
  const gateway = connect({
    host: "127.0.0.1",
    port: options.gatewayPort,
    servername: name,
    ALPNProtocols: [protocol],
    cert: options.clientCertificate.certificate,
    key: options.clientCertificate.key,
    rejectUnauthorized: false,
  });
  gateway.on("error", () => browser.destroy());
  gateway.on("close", () => browser.destroy());
  browser.on("close", () => gateway.destroy());
  browser.pipe(gateway).pipe(browser);
}

async function createContext(name: string, authority: KeyPair): Promise<SecureContext> {
  const own = await issueForServer(authority, name);
  return createSecureContext({ cert: own.certificate, key: own.key });
}
