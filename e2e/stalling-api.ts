import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createAuthority, issueForServer } from "../testing/gateway/certificates.ts";

const host = "s7t5a3l1le.execute-api.eu-west-1.amazonaws.com";

/** An API that refuses, and never ends what it says. */
export interface StallingApi {
  readonly url: string;
  /** For Chromium's --host-resolver-rules. */
  readonly hostRule: string;
  close(): Promise<void>;
}

export async function startStallingApi(): Promise<StallingApi> {
  const { certificate, key } = await issueForServer(await createAuthority("Stalling API"), host);
  const server = createServer({ cert: certificate, key }, (_, response) => {
    response.writeHead(403, {
      "access-control-allow-origin": "*",
      "content-type": "application/json",
      "content-length": "23",
      "x-amzn-errortype": "ForbiddenException",
      "x-amzn-requestid": "4442fa46-a3c1-44ae-a5ba-b3e7c8d4b5ef",
    });
    response.write('{"message":');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `https://${host}/prod/orders`,
    hostRule: `MAP ${host} 127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
