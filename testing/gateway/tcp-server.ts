import { type AddressInfo, createServer, type Socket } from "node:net";

export interface RunningTcpServer {
  readonly port: number;
  /** Ends the open connections, too. */
  close(): Promise<void>;
}

/**
 * Listens on a port of this machine and hands each connection over. Rejects where the port is taken.
 * @param port 0, the default, lets the operating system choose
 */
export async function startTcpServer(take: (socket: Socket) => void, port = 0): Promise<RunningTcpServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    take(socket);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, close };
}
