import { ContainerError } from "../archives/archive-error.ts";
import { sizeOf } from "../archives/limits.ts";
import { type Bytes, streamOf } from "../archives/source.ts";
import { asFields, type Fields, field } from "../har/fields.ts";

/** Characters; bodies lie outside the log, so that an honest line has some kilobytes. */
const longestLine = 32 * 2 ** 20;

/**
 * Turns the network log of a Playwright trace into the text of a HAR file. Each `resource-snapshot` line holds one HAR
 * entry (packages/trace/src/trace.ts); a line that is not JSON becomes an entry that the reader will report.
 */
export function harOfNetworkLog(log: Bytes): ReadableStream<Uint8Array> {
  let rest = "";
  let separator = "";
  const entryOf = (line: string): string => {
    const entry = snapshotOf(line);
    if (entry === undefined) return "";
    const text = `${separator}${JSON.stringify(entry)}`;
    separator = ",\n";
    return text;
  };
  const entries = new TransformStream<string, string>({
    start: (controller) =>
      controller.enqueue('{"log":{"version":"1.2","creator":{"name":"Playwright","version":""},"entries":['),
    transform(chunk, controller) {
      const lines = `${rest}${chunk}`.split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > longestLine) throw new ContainerError(`has a line longer than ${sizeOf(longestLine)}`);
      controller.enqueue(lines.map(entryOf).join(""));
    },
    flush: (controller) => controller.enqueue(`${entryOf(rest)}]}}`),
  });
  return streamOf(log)
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(entries)
    .pipeThrough(new TextEncoderStream());
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
