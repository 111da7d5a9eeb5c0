import { recordingOf } from "../src/diagnosis/example-recording.ts";
import type { HarEntry } from "../src/har/entry.ts";
import { exampleSession } from "./example-session.ts";

/** The text of panel/example.har. */
export function exampleHar(): string {
  const recording = recordingOf({ title: "", exchanges: exampleSession });
  const log = {
    version: "1.2",
    creator: { name: "API Gateway 403", version: "1" },
    entries: recording.map(({ entry }) => writtenOut(entry)),
  };
  return `${JSON.stringify({ log }, null, 1)}\n`;
}

/** An entry as Chromium's "Export HAR (with sensitive data)" writes it, as far as a diagnosis can use it. */
function writtenOut({ startedDateTime, request, response, serverIPAddress, wait, resourceType }: HarEntry): object {
  const { postData, ...sent } = request;
  const { error, ...answer } = response;
  return {
    startedDateTime: new Date(startedDateTime ?? 0).toISOString(),
    time: wait ?? 0,
    request: { ...sent, ...(postData !== null && { postData: { mimeType: "application/json", text: postData } }) },
    response: { ...answer, _error: error },
    ...(serverIPAddress !== null && { serverIPAddress }),
    timings: { send: 0, wait: wait ?? 0, receive: 0 },
    _resourceType: resourceType,
  };
}
