import { decodeBase64, isGzip } from "./content.ts";
import { asFields, type Fields, field, textOf } from "./fields.ts";

/** Gives a file that stands beside the HAR file in its archive; null where there is none of that name. */
export type Attached = (name: string) => Promise<Uint8Array | null>;

/** Most bytes that a compressed body may unpack to. */
const most = 4 * 1024 * 1024;

/** Whether a raw entry's body is compressed or in a file of its own, so that it takes time to read it. */
export function isPacked(raw: unknown): boolean {
  const content = contentOf(raw);
  return attachedName(content) !== null || gzipIn(content) !== null;
}

/**
 * The raw entry with its body as text: base64 of gzip is unpacked (mitmproxy keeps bodies as they were sent), and a
 * `_file` of Playwright's is read. As it was where that fails.
 */
export async function unpacked(raw: unknown, attached: Attached | undefined): Promise<unknown> {
  const content = contentOf(raw);
  const bytes = await bodyBytes(content, attached);
  if (bytes === null) return raw;
  const plain = isGzip(bytes) ? await gunzip(bytes) : bytes;
  return plain === null ? raw : withContent(raw, { text: new TextDecoder().decode(plain), encoding: "" });
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

/** `response.content` of a raw entry. */
export function contentOf(raw: unknown): Fields | null {
  return asFields(field(asFields(field(asFields(raw), "response")), "content"));
}

async function bodyBytes(content: Fields | null, attached: Attached | undefined): Promise<Uint8Array | null> {
  const name = attachedName(content);
  return name === null ? gzipIn(content) : ((await attached?.(name)) ?? null);
}

function attachedName(content: Fields | null): string | null {
  const name = textOf(field(content, "_file"));
  return name === "" || typeof field(content, "text") === "string" ? null : name;
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

/** Not every browser can iterate over a stream. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let { value, done } = await reader.read(); !done && value; { value, done } = await reader.read()) yield value;
  } finally {
    await reader.cancel();
  }
}
