import { chunksOf } from "../byte-source.ts";
import type { Attached } from "../named-bytes.ts";
import { asFields, type Fields, field, textOf } from "./fields.ts";
import { decodeBase64, isGzip } from "./response-content.ts";

/** Most bytes that a compressed body may unpack to. */
const most = 4 * 1024 * 1024;

/** Whether a body of a raw entry is compressed or in a file of its own, so that it takes time to read it. */
export function isPacked(raw: unknown): boolean {
  const content = contentOf(raw);
  return attachedName(content) !== null || attachedName(postDataOf(raw)) !== null || gzipIn(content) !== null;
}

/**
 * The raw entry with its bodies as text: base64 of gzip is unpacked (mitmproxy keeps bodies as they were sent), and a
 * `_file` of Playwright's is read. As it was where that fails.
 */
export async function unpacked(raw: unknown, attached: Attached | undefined): Promise<unknown> {
  const text = await bodyText(contentOf(raw), attached);
  const sent = await bodyText(postDataOf(raw), attached);
  const received = text === null ? raw : withContent(raw, { text, encoding: "" });
  return sent === null ? received : withPostData(received, { text: sent });
}

async function bodyText(body: Fields | null, attached: Attached | undefined): Promise<string | null> {
  const bytes = await bodyBytes(body, attached);
  if (bytes === null) return null;
  const plain = isGzip(bytes) ? await gunzip(bytes) : bytes;
  return plain === null ? null : new TextDecoder().decode(plain);
}

/** The raw entry with this text as its body. */
export function withText(raw: unknown, text: string | null): unknown {
  return withContent(raw, { text });
}

function withContent(raw: unknown, content: Fields): unknown {
  const fields = asFields(raw);
  const response = asFields(field(fields, "response"));
  return { ...fields, response: { ...response, content: { ...contentOf(raw), ...content } } };
}

function withPostData(raw: unknown, postData: Fields): unknown {
  const fields = asFields(raw);
  const request = asFields(field(fields, "request"));
  return { ...fields, request: { ...request, postData: { ...postDataOf(raw), ...postData } } };
}

function postDataOf(raw: unknown): Fields | null {
  return asFields(field(asFields(field(asFields(raw), "request")), "postData"));
}

/** `response.content` of a raw entry. */
export function contentOf(raw: unknown): Fields | null {
  return asFields(field(asFields(field(asFields(raw), "response")), "content"));
}

async function bodyBytes(body: Fields | null, attached: Attached | undefined): Promise<Uint8Array | null> {
  const name = attachedName(body);
  return name === null ? gzipIn(body) : ((await attached?.(name)) ?? null);
}

/** Playwright writes an empty text beside the name. */
function attachedName(body: Fields | null): string | null {
  const name = textOf(field(body, "_file"));
  return name === "" || textOf(field(body, "text")) !== "" ? null : name;
}

function gzipIn(content: Fields | null): Uint8Array | null {
  const text = field(content, "text");
  if (typeof text !== "string" || textOf(field(content, "encoding")).toLowerCase() !== "base64") return null;
  const bytes = decodeBase64(text);
  return bytes !== null && isGzip(bytes) ? bytes : null;
}

/** What gzip unpacks to; null where it is damaged or becomes too long. */
async function gunzip(bytes: Uint8Array): Promise<Uint8Array | null> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
  const parts: BlobPart[] = [];
  let length = 0;
  try {
    for await (const part of chunksOf(stream)) {
      length += part.length;
      if (length > most) return null;
      parts.push(new Uint8Array(part));
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  } catch {
    return null;
  }
}
