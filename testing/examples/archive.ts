import {
  BlobReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
  type ZipWriterAddDataOptions,
} from "@zip.js/zip.js";
import { type Options, openCapture } from "../../src/capture/archives/open-archive.ts";
import type { CaptureFile, Found } from "../../src/capture/capture-file.ts";
import { type Bytes, type Skipped, streamOf } from "../../src/capture/named-bytes.ts";

/** A member of an archive that a test builds. */
export interface ExampleMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly options?: ZipWriterAddDataOptions;
}

/** Builds a ZIP archive; `options` hold for every member that has none of its own. */
export async function zipOf(
  members: readonly ExampleMember[],
  options: ZipWriterAddDataOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const { name, content, options: own } of members) {
    await writer.add(name, readerOf(content), own ?? options);
  }
  return new Uint8Array(await writer.close());
}

function readerOf(content: string | Uint8Array): BlobReader | Uint8ArrayReader {
  return typeof content === "string" ? new BlobReader(new Blob([content])) : new Uint8ArrayReader(content);
}

/** The text of a HAR file with one request for each URL. */
export function harText(...urls: readonly string[]): string {
  const entries = urls.map((url) => ({ request: { method: "GET", url } }));
  return JSON.stringify({ log: { version: "1.2", creator: { name: "test", version: "1" }, entries } });
}

/** Everything that opening came upon, with the text of each source, or why its bytes broke off. */
export interface Outcome {
  readonly texts: Readonly<Record<string, string>>;
  readonly skipped: Readonly<Record<string, string>>;
  readonly sources: readonly CaptureFile[];
}

/** Opens bytes as a user's file of this name and reads every source to its end. */
export async function openAll(
  name: string,
  bytes: Bytes | Uint8Array<ArrayBuffer>,
  options?: Options,
): Promise<Outcome> {
  const found: Found[] = [];
  const texts: [string, string][] = [];
  const given = bytes instanceof Uint8Array ? new Blob([bytes]) : bytes;
  for await (const each of openCapture({ name, bytes: given }, options)) {
    found.push(each);
    if ("file" in each) texts.push([each.file.name, await textOf(each.file)]);
  }
  return {
    texts: Object.fromEntries(texts),
    skipped: Object.fromEntries(found.flatMap(skippedOf).map(({ name: own, reason }) => [own, reason])),
    sources: found.flatMap((each) => ("file" in each ? [each.file] : [])),
  };
}

function skippedOf(found: Found): Skipped[] {
  return "skipped" in found ? [found.skipped] : [];
}

async function textOf({ bytes }: CaptureFile): Promise<string> {
  const decoder = new TextDecoder();
  const reader = streamOf(bytes).getReader();
  let text = "";
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      text += decoder.decode(next.value, { stream: true });
    }
  } catch (error) {
    return `${text} … ${error instanceof Error ? error.message : error}`;
  }
  return text + decoder.decode();
}
