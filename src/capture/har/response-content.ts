import type { HarContent } from "../entry.ts";
import { amountOf, asFields, field, textOf } from "./fields.ts";

/** A body that could be read, and what is wrong with it, if anything. */
export interface ReadContent {
  readonly content: HarContent;
  readonly problem: string | null;
}

/** Reads `response.content`; base64 is decoded to text. A body that is not text is left out with the reason. */
export function readContent(value: unknown): ReadContent {
  const fields = asFields(value);
  const size = amountOf(field(fields, "size"));
  const mimeType = textOf(field(fields, "mimeType"));
  const { text, problem } = readText(field(fields, "text"), field(fields, "encoding"));
  return { content: { text, size, mimeType }, problem };
}

interface ReadText {
  readonly text: string | null;
  readonly problem: string | null;
}

function readText(text: unknown, encoding: unknown): ReadText {
  if (typeof text !== "string") return { text: null, problem: null };
  if (textOf(encoding).toLowerCase() !== "base64") return { text, problem: null };
  const bytes = decodeBase64(text);
  if (bytes === null) return { text: null, problem: "The body is said to be base64 but is not" };
  if (isGzip(bytes)) return { text: null, problem: "The body is still compressed (gzip) and was not read" };
  return { text: new TextDecoder().decode(bytes), problem: null };
}

/** The bytes that base64 stands for; null where it is none. */
export function decodeBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** RFC 1952 section 2.3.1: the two bytes that every gzip member begins with. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
