import { expect, test } from "vitest";
import { bytesOf } from "../src/capture/byte-source.ts";
import type { HarEntry } from "../src/capture/entry.ts";
import { readCapture } from "../src/capture/read-capture.ts";
import { transcript } from "../src/capture/transcripts/source.ts";
import { diagnose } from "../src/diagnosis/diagnose.ts";
import type { DiagnosisCore } from "../src/diagnosis/diagnosis.ts";
import type { Recorded } from "../src/session/recording.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { examples } from "../testing/examples/rule-examples.ts";
import { knowledge } from "./knowledge.ts";

const asked = Object.values(examples).flatMap(({ mustSay }) => mustSay);

/** Examples that curl could have made: no preflights, handshakes or connections that a browser gave up. */
const ofRequests = asked.filter(({ exchanges }) =>
  exchanges.every(
    ({ status, method, resourceType }) => status > 0 && method !== "OPTIONS" && resourceType === undefined,
  ),
);

test("there are many such examples", () => expect(ofRequests.length).toBeGreaterThan(150));

test.each(ofRequests.map((example) => [example.title, example] as const))(
  "a transcript of the same requests says the same: %s",
  async (_, example) => {
    const recorded = recordingOf(example);
    const inDevtools = lastOf(recorded.map(asCurlSeesIt));
    const inTerminal = lastOf(await recordingOfText(recorded.map(({ har: entry }) => verbose(entry)).join("\r\n")));
    expect({ cause: inTerminal.cause, url: inTerminal.url }).toEqual({ cause: inDevtools.cause, url: inDevtools.url });
  },
);

function lastOf(recorded: readonly Recorded[]): DiagnosisCore {
  const diagnosis = diagnose(recorded, { knowledge, apiHosts: [] }).explanations.at(-1)?.diagnosis;
  if (diagnosis === undefined) throw new Error("no request was refused");
  return diagnosis;
}

/** The entry without what `curl -v` does not show: time, duration and content. */
function asCurlSeesIt({ har: entry, ...rest }: Recorded): Recorded {
  const { request, ...more } = entry;
  const producer = { name: "curl -v", version: "", live: false };
  return { ...rest, producer, har: { ...more, wait: null, request: { ...request, postData: null } } };
}

async function recordingOfText(text: string): Promise<readonly Recorded[]> {
  const file = { name: "curl.txt", source: transcript };
  const { entries, producer } = await readCapture(file, bytesOf(new Blob([text])), () => true);
  return entries.map(({ index, entry }) => ({ file: "curl.txt", entry: index, har: entry, producer, bodyLost: null }));
}

/** The output of `curl -v` for such a request. */
function verbose({ request, response, serverIPAddress }: HarEntry): string {
  const { protocol, hostname, host, pathname, search, port } = new URL(request.url);
  const isSecure = protocol === "https:";
  const sent = request.headers.filter(({ name }) => !/^(?::authority|host)$/i.test(name));
  return [
    `*   Trying ${serverIPAddress}:${port || 443}...`,
    `* Connected to ${hostname} (${serverIPAddress}) port ${port || 443} (#0)`,
    ...(isSecure ? ["* SSL connection using TLSv1.3 / TLS_AES_128_GCM_SHA256"] : []),
    `> ${request.method} ${pathname}${search} HTTP/2`,
    `> Host: ${request.headers.find(({ name }) => /^host$/i.test(name))?.value ?? host}`,
    ...sent.map(({ name, value }) => `> ${name}: ${value}`),
    "> ",
    `< HTTP/2 ${response.status} `,
    ...response.headers.map(({ name, value }) => `< ${name}: ${value}`),
    "< ",
    `${response.content.text ?? ""}* Connection #0 to host ${hostname} left intact`,
  ].join("\r\n");
}
