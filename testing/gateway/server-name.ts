import type { Socket } from "node:net";
import { readServerName } from "./client-hello.ts";

/** Reads a new connection up to the server name, gives the bytes back, and hands both over; empty where it has no name. */
export function onServerName(socket: Socket, take: (name: string) => void): void {
  let seen = Buffer.alloc(0);
  const onData = (chunk: Buffer) => {
    seen = Buffer.concat([seen, chunk]);
    const name = readServerName(seen);
    if (name === undefined) return;
    socket.off("data", onData).pause();
    socket.unshift(seen);
    take(name);
  };
  socket.on("data", onData);
}
