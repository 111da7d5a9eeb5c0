import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { WebSocketApi } from "./definition.ts";

/** Accept a handshake and respond to each message whose action has no route, as API Gateway does, in a frame. */
export function acceptWebSocket(socket: Duplex, key: string, api: WebSocketApi): void {
  const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const connectionId = `${randomBytes(10).toString("base64url")}=`;
  socket.on("data", (frame: Buffer) => answerFrame(socket, frame, api, connectionId));
  socket.on("error", () => socket.destroy());
}

// One short frame at a time is all that a test sends.
function answerFrame(socket: Duplex, frame: Buffer, api: WebSocketApi, connectionId: string): void {
  const opcode = (frame[0] ?? 0) & 0x0f;
  if (opcode === 8) socket.end(Buffer.from([0x88, 0]));
  if (opcode !== 1) return;
  const action = actionOf(readText(frame));
  const routed = action !== undefined && api.routes.includes(action);
  socket.write(
    textFrame(
      JSON.stringify(routed ? { message: "ok" } : { message: "Forbidden", connectionId, requestId: randomUUID() }),
    ),
  );
}

function readText(frame: Buffer): string {
  const short = (frame[1] ?? 0) & 0x7f;
  const start = short === 126 ? 4 : 2;
  const length = short === 126 ? frame.readUInt16BE(2) : short;
  const mask = frame.subarray(start, start + 4);
  const payload = frame.subarray(start + 4, start + 4 + length);
  return Buffer.from(payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0))).toString();
}

// The default route selection expression, $request.body.action.
function actionOf(text: string): string | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === "object" && message !== null && "action" in message ? String(message.action) : undefined;
  } catch {
    return undefined;
  }
}

function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = payload.length < 126 ? [0x81, payload.length] : [0x81, 126, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from(head), payload]);
}
