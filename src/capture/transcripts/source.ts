import { limits, sizeOf } from "../archives/limits.ts";
import type { ByteSource } from "../byte-source.ts";
import type { Producer } from "../entry.ts";
import { readRawEntries } from "../har/raw-entries.ts";
import type { CaptureSource } from "../source.ts";
import { UnreadableError } from "../unreadable-error.ts";
import { partsOfPrinted } from "./printed.ts";
import { rawEntryOf } from "./raw-entry.ts";
import { requestsOf, type TranscribedRequest } from "./requests.ts";
import { beginsDump, partsOfTrace } from "./trace.ts";

/**
 * What `curl -v`, `-i`, `--trace`, `--trace-ascii` or HTTPie print. The producer says what the tool leaves out. A
 * transcript is short, so that all its bodies are read. Rejects with `UnreadableError` where it is too long to be held.
 */
export const transcript: CaptureSource = {
  id: "transcript",
  hasOffsets: false,
  recognises: isTranscript,
  async read(bytes, reading) {
    const lines = textOf(await whole(bytes, limits.held)).split(lineEnd);
    const isTrace = lines.some(beginsDump);
    const requests = requestsOf(isTrace ? partsOfTrace(lines) : partsOfPrinted(lines));
    return readRawEntries(requests.map(rawEntryOf), producerOf(isTrace, requests), {
      ...reading,
      wantsBody: () => true,
    });
  },
};

function isTranscript(head: Uint8Array): boolean {
  const text = textOf(head);
  return !/^\s*(?:[[{]|<[!?a-z])/i.test(text) && telling.test(text);
}

/** What no other text has: marked or bare first lines of messages, a dump's first line, what curl says as it connects. */
const telling =
  /^(?:[<>] )?(?:[A-Z]{3,20} \S{1,2000} HTTP\/[\d.]{1,3}|HTTP\/[\d.]{1,3} \d{3}\b.{0,80})\r?$|(?:^|\* |== Info: ) *(?:Trying \S{1,60}:\d+\.\.\.|Connected to \S{1,255} \()|^curl: \(\d+\) /m;

/** Also a bare CR, with which curl's progress meter begins its line anew. */
const lineEnd = /\r+(?:\n(?:\r(?!\n))?)?|\n(?:\r(?!\n))?/;

async function whole(bytes: ByteSource, most: number): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > most) throw new UnreadableError(`is longer than ${sizeOf(most)}`);
    parts.push(new Uint8Array(piece));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Windows PowerShell writes UTF-16 where output is sent to a file. */
function textOf(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

function producerOf(isTrace: boolean, requests: readonly TranscribedRequest[]): Producer {
  const agents = requests.map(({ request }) => request?.headers.find(({ name }) => /^user-agent$/i.test(name))?.value);
  const httpie = agents.find((agent) => agent?.startsWith("HTTPie/"));
  if (httpie !== undefined) return { name: "HTTPie", version: httpie.slice("HTTPie/".length), live: false };
  const version = agents.find((agent) => agent?.startsWith("curl/"))?.slice("curl/".length) ?? "";
  if (isTrace) return { name: "curl --trace", version, live: false };
  const isResponseOnly = requests.some(({ request, error }) => request === null && error === null);
  return { name: isResponseOnly ? "curl -i" : "curl -v", version, live: false };
}
