import { hold } from "../archives/byte-streams.ts";
import type { Bytes } from "../archives/source.ts";
import { streamOf } from "../archives/source.ts";
import { entryOf } from "./entry-of.ts";
import { partsOfPrinted } from "./printed.ts";
import { requestsOf, type TranscribedRequest } from "./requests.ts";
import { beginsDump, partsOfTrace } from "./trace.ts";

/** True where a text reads like what `curl -v`, `-i`, `--trace`, `--trace-ascii` or HTTPie print. */
export function isTranscript(head: Uint8Array): boolean {
  const text = textOf(head);
  return !/^\s*(?:[[{]|<[!?a-z])/i.test(text) && telling.test(text);
}

/** What no other text has: marked or bare first lines of messages, a dump's first line, what curl says as it connects. */
const telling =
  /^(?:[<>] )?(?:[A-Z]{3,20} \S{1,2000} HTTP\/[\d.]{1,3}|HTTP\/[\d.]{1,3} \d{3}\b.{0,80})\r?$|(?:^|\* |== Info: ) *(?:Trying \S{1,60}:\d+\.\.\.|Connected to \S{1,255} \()|^curl: \(\d+\) /m;

/**
 * Turns a transcript into the text of a HAR file, whose `creator` says what the tool leaves out. What the transcript does
 * not show is left out of the entries, too. Throws `ContainerError` above `most` bytes.
 */
export async function harOfTranscript(bytes: Bytes, most: number): Promise<Blob> {
  const lines = textOf(await hold(streamOf(bytes), most)).split(lineEnd);
  const isTrace = lines.some(beginsDump);
  const requests = requestsOf(isTrace ? partsOfTrace(lines) : partsOfPrinted(lines));
  const log = { version: "1.2", creator: creatorOf(isTrace, requests), entries: requests.map(entryOf) };
  return new Blob([JSON.stringify({ log })]);
}

/** Also a bare CR, with which curl's progress meter begins its line anew. */
const lineEnd = /\r+(?:\n(?:\r(?!\n))?)?|\n(?:\r(?!\n))?/;

/** Windows PowerShell writes UTF-16 where output is sent to a file. */
function textOf(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

function creatorOf(isTrace: boolean, requests: readonly TranscribedRequest[]): { name: string; version: string } {
  const agents = requests.map(({ request }) => request?.headers.find(({ name }) => /^user-agent$/i.test(name))?.value);
  const httpie = agents.find((agent) => agent?.startsWith("HTTPie/"));
  if (httpie !== undefined) return { name: "HTTPie", version: httpie.slice("HTTPie/".length) };
  const version = agents.find((agent) => agent?.startsWith("curl/"))?.slice("curl/".length) ?? "";
  if (isTrace) return { name: "curl --trace", version };
  return {
    name: requests.some(({ request, error }) => request === null && error === null) ? "curl -i" : "curl -v",
    version,
  };
}
