import { connect, type Socket } from "node:net";
import { onServerName } from "../../testing/gateway/server-name.ts";
import { type RunningTcpServer, startTcpServer } from "../../testing/gateway/tcp-server.ts";

/** One port for every name: Firefox can lead a port of all hosts elsewhere, but not each host to a port of its own. */
export function startNameRouter(portOf: (name: string) => number): Promise<RunningTcpServer> {
  return startTcpServer((browser) => onServerName(browser, (name) => relay(browser, portOf(name))));
}

function relay(browser: Socket, port: number): void {
  const server = connect(port, "127.0.0.1");
  server.on("error", () => browser.destroy());
  server.on("close", () => browser.destroy());
  browser.on("close", () => server.destroy());
  browser.pipe(server).pipe(browser);
}
