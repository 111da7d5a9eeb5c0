import { freshState, type GatewayState } from "./call.ts";
import { createAuthority, issueForClient } from "./certificates.ts";
import { type ClientOptions, type ClientRequest, type ClientResponse, send } from "./client.ts";
import { startClientCertificateAgent } from "./client-certificate-agent.ts";
import type { Account } from "./definition.ts";
import { demoAccount } from "./demo-account.ts";
import { answerDemoPage, demoHost } from "./demo-page.ts";
import { evaluate } from "./evaluation.ts";
import { answerAsNeighbour } from "./neighbours.ts";
import type { GatewayRequest } from "./request.ts";
import type { Outcome } from "./response.ts";
import { startServer } from "./server.ts";
import type { Connected } from "./websocket-connect.ts";

export { demoHost } from "./demo-page.ts";
export { type Row, type RowRequest, rows } from "./rows.ts";

export interface GatewayOptions {
  /** 0, the default, lets the operating system choose. */
  readonly port?: number;
  /** The demo's account unless given. */
  readonly account?: Account;
  /** The gateway's clock. */
  readonly now?: () => Date;
}

export interface RunningGateway {
  readonly port: number;
  /** The value of Chromium's --host-resolver-rules: every name of the account leads here. */
  readonly hostRules: string;
  /** The certificate of the authority that vouches for every name, PEM. */
  readonly authority: string;
  /** The port to which a name leads. */
  portOf(name: string): number;
  /** Send one request as a program would, mutual TLS names through the client certificate agent. */
  request(
    request: ClientRequest,
    options?: ClientOptions & { readonly withoutAgent?: boolean },
  ): Promise<ClientResponse>;
  /** A client certificate that the mutual TLS domains trust, for tests of the success. */
  readonly trustedClient: NonNullable<ClientOptions["clientCertificate"]>;
  close(): Promise<void>;
}

/** Start the local API Gateway. Run the browser with --ignore-certificate-errors and --host-resolver-rules. */
export async function startGateway(options: GatewayOptions = {}): Promise<RunningGateway> {
  const account = options.account ?? demoAccount;
  const [authority, truststore, stranger] = await Promise.all([
    createAuthority("Local API Gateway"),
    createAuthority("Truststore of the API's owner"),
    createAuthority("Some other authority"),
  ]);
  const [trustedClient, untrustedClient] = await Promise.all([
    issueForClient(truststore, "trusted.example.com"),
    issueForClient(stranger, "stranger.example.com"),
  ]);
  const state = freshState();
  const mutualTlsNames = account.customDomains.filter((domain) => domain.mutualTls).map((domain) => domain.name);
  const server = await startServer({
    port: options.port ?? 0,
    now: options.now ?? (() => new Date()),
    authority,
    truststore,
    mutualTlsNames,
    answer: (request) => answerFor(request, account, state),
  });
  const agent = await startClientCertificateAgent({
    authority,
    clientCertificate: untrustedClient,
    gatewayPort: server.port,
  });
  const portOf = (name: string) => (mutualTlsNames.includes(name) ? agent.port : server.port);
  return {
    port: server.port,
    authority: authority.certificate,
    hostRules: hostNames(account)
      .map((name) => `MAP ${name} 127.0.0.1:${portOf(name)}`)
      .join(", "),
    portOf,
    request: (request, clientOptions = {}) =>
      send(
        clientOptions.withoutAgent ? server.port : portOf(new URL(request.url).hostname),
        request,
        request.url.startsWith("wss:") ? { ...clientOptions, httpVersion: "1.1" } : clientOptions,
      ),
    trustedClient,
    close: async () => void (await Promise.all([agent.close(), server.close()])),
  };
}

function answerFor(
  request: GatewayRequest,
  account: Account,
  state: GatewayState,
): Promise<Outcome> | Outcome | Connected {
  if (request.host === demoHost) return answerDemoPage(request);
  const neighbour = account.neighbours.find((candidate) => candidate.host === request.host);
  return neighbour
    ? answerAsNeighbour(neighbour, request, (forwarded) => asOrigin(evaluate(forwarded, account, state)))
    : evaluate(request, account, state);
}

// No neighbour forwards WebSockets.
function asOrigin(outcome: Outcome | Connected): Outcome {
  return outcome.kind === "connected" ? { kind: "cut" } : outcome;
}

/** Every name under which an account is called. */
export function hostNames(account: Account): string[] {
  const apis = account.apis.map((api) => `${api.id}.execute-api.${api.region}.amazonaws.com`);
  const domains = account.customDomains.flatMap((domain) => [
    domain.name,
    ...(domain.regionalTarget === undefined ? [] : [domain.regionalTarget]),
  ]);
  const privateApis = account.apis.filter((api) => api.kind === "REST" && api.endpointType === "PRIVATE");
  const associated = privateApis.flatMap((api) =>
    account.vpcEndpoints.map((endpoint) => `${api.id}-${endpoint.id}.execute-api.${api.region}.amazonaws.com`),
  );
  const others = [
    ...account.vpcEndpoints.map((endpoint) => endpoint.dnsName),
    ...account.neighbours.map((neighbour) => neighbour.host),
  ];
  return [...new Set([demoHost, ...apis, ...domains, ...associated, ...others])];
}
