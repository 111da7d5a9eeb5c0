import { sizeOf } from "../archives/limits.ts";
import type { ByteSource } from "../byte-source.ts";
import { asFields, type Fields, field } from "../har/fields.ts";
import { readRawEntries } from "../har/raw-entries.ts";
import type { CaptureReading, CaptureSource } from "../source.ts";
import { UnreadableError } from "../unreadable-error.ts";

/** A trace's network log is JSON lines (Playwright, packages/trace/src/trace.ts). */
const beginsAsNetworkLog = /^\s*\{\s*"type"\s*:\s*"resource-snapshot"/;

/**
 * The network log of a Playwright trace, `trace.network`. Each `resource-snapshot` line holds one HAR entry; a line that is
 * not JSON is an entry that is lost.
 */
export const playwrightTrace: CaptureSource = {
  id: "playwright-trace",
  hasOffsets: false,
  recognises: (head) => beginsAsNetworkLog.test(new TextDecoder().decode(head)),
  read: (bytes, reading) => readRawEntries(snapshotsIn(bytes, reading), producer, reading),
};

const producer = { name: "Playwright", version: "", live: false };

/** Characters; bodies lie outside the log, so that an honest line has some kilobytes. */
const longestLine = 32 * 2 ** 20;

async function* snapshotsIn(bytes: ByteSource, { onProgress }: CaptureReading): AsyncGenerator<unknown> {
  for await (const line of linesOf(bytes, onProgress)) {
    const entry = snapshotOf(line);
    if (entry !== undefined) yield entry;
  }
}

async function* linesOf(bytes: ByteSource, onProgress?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  let read = 0;
  for await (const piece of bytes) {
    const lines = `${rest}${decoder.decode(piece, { stream: true })}`.split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > longestLine) throw new UnreadableError(`has a line longer than ${sizeOf(longestLine)}`);
    yield* lines;
    read += piece.length;
    onProgress?.(read);
  }
  yield rest + decoder.decode();
}

/** The line's HAR entry; null for a line that is not JSON, undefined for one without an entry. */
function snapshotOf(line: string): unknown {
  if (line.trim() === "") return undefined;
  const event = asFields(parse(line));
  if (event === null) return null;
  return field(event, "type") === "resource-snapshot" ? withFiles(asFields(field(event, "snapshot"))) : undefined;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Traces before Playwright 1.6x name a body by `_sha1`, where HAR files have the way to it in `_file`. */
function withFiles(entry: Fields | null): Fields | null {
  const request = asFields(field(entry, "request"));
  const response = asFields(field(entry, "response"));
  if (entry === null || request === null || response === null) return entry;
  return {
    ...entry,
    request: withFile(request, "postData"),
    response: withFile(response, "content"),
  };
}

function withFile(message: Fields, part: string): Fields {
  const body = asFields(field(message, part));
  const sha1 = field(body, "_sha1");
  return typeof sha1 === "string" ? { ...message, [part]: { ...body, _file: `resources/${sha1}` } } : message;
}
