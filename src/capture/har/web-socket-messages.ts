import type { WebSocketMessage } from "../entry.ts";
import { asFields, field, textOf } from "./fields.ts";

/** Chromium's and Playwright's `_webSocketMessages`; what is not a message is left out. */
export function readWebSocketMessages(value: unknown): WebSocketMessage[] {
  if (!Array.isArray(value)) return [];
  return value.map(readMessage).filter((message) => message !== null);
}

function readMessage(value: unknown): WebSocketMessage | null {
  const fields = asFields(value);
  const type = field(fields, "type");
  if (type !== "send" && type !== "receive") return null;
  return { type, data: textOf(field(fields, "data")) };
}
