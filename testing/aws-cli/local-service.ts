import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a service of AWS gets from its callers. */
export interface ServiceCall {
  readonly method: string;
  /** Path without the query, decoded only by who reads it. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

interface ServiceAnswer {
  readonly status: number;
  readonly body: string;
}

export interface RunningService {
  /** For `--endpoint-url`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** An HTTP server on this machine in the place of a service of AWS. It checks no signature. */
export function startService(answer: (call: ServiceCall) => ServiceAnswer): Promise<RunningService> {
  const server = createServer((request, response) => void respond(request, response, answer));
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        endpoint: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => void server.close(() => closed())),
      });
    });
  });
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (call: ServiceCall) => ServiceAnswer,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const { status, body } = answer({
    method: request.method ?? "",
    path,
    query: new URLSearchParams(query),
    body: Buffer.concat(chunks).toString(),
  });
  response.writeHead(status, { "content-length": Buffer.byteLength(body) });
  response.end(body);
}
