import type { ReceivedBody } from "../entry.ts";

/**
 * Brings the three shapes of `getContent()` to one: `[text, encoding]` (Chromium through webextension-polyfill),
 * `{ content, encoding }` (Chromium from 151) and `[text, mimeType]` (Firefox 153).
 * @param entryEncoding `content.encoding` of the entry, Firefox's only sign of base64
 */
export function bodyOf(content: unknown, entryEncoding: unknown): ReceivedBody {
  const { text, encoding } = partsOf(content);
  if (text === null) return { lost: "the browser has no body for it" };
  const isBase64 = encoding === "base64" || entryEncoding === "base64";
  return isBase64 ? decode(text) : { text };
}

function partsOf(content: unknown): { readonly text: string | null; readonly encoding: unknown } {
  if (Array.isArray(content)) return { text: stringOrNull(content[0]), encoding: content[1] };
  if (typeof content !== "object" || content === null) return { text: stringOrNull(content), encoding: undefined };
  const { content: text, encoding } = content as { content?: unknown; encoding?: unknown };
  return { text: stringOrNull(text), encoding };
}

function stringOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function decode(base64: string): ReceivedBody {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return { text: new TextDecoder().decode(bytes) };
  } catch {
    return { lost: "the browser's base64 of the body is broken" };
  }
}
