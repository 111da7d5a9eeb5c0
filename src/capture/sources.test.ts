import { expect, test } from "vitest";
import { openSession } from "../session/open-session.ts";
import { Recording } from "../session/recording.ts";
import { openSessions } from "../session/sessions.ts";
import { openCapture } from "./archives/open-archive.ts";
import { bytesOf } from "./byte-source.ts";
import { readCapture } from "./read-capture.ts";
import type { RecordKind } from "./record.ts";
import type { CaptureSource } from "./source.ts";
import { sources } from "./sources.ts";

/** A kind of input that nobody knows but this test: a note a line. */
const notes: RecordKind<string> = { id: "note" };

const noteSource: CaptureSource = {
  id: "notes",
  hasOffsets: false,
  recognises: (head) => new TextDecoder().decode(head).startsWith("notes:"),
  async read(bytes, { onRecords }) {
    const decoder = new TextDecoder();
    let text = "";
    for await (const piece of bytes) text += decoder.decode(piece, { stream: true });
    const lines = text.split("\n").slice(1);
    onRecords?.(lines.map((value, position) => ({ kind: notes, position, value })));
    return { producer: { name: "notes", version: "", live: false }, count: 0, problems: [] };
  },
};

async function recordingOf(name: string, text: string): Promise<Recording> {
  const recording = new Recording();
  const options = { sources: [noteSource, ...sources] };
  for await (const found of openCapture({ name, bytes: new Blob([text]) }, options)) {
    if ("file" in found) recording.addFile(await readCapture(found.file, bytesOf(found.file.bytes), () => true));
  }
  return recording;
}

test("records of a kind that a source yields reach the clues by the session", async () => {
  const recording = await recordingOf("a.txt", "notes:\nfirst\nsecond");
  const session = openSession(recording.recorded, [], null, recording.records);
  expect(session.records(notes)).toEqual([
    { kind: notes, file: "a.txt", position: 0, value: "first" },
    { kind: notes, file: "a.txt", position: 1, value: "second" },
  ]);
  expect(session.records({ id: "another" })).toEqual([]);
});

test("they go with their file, and with everything", async () => {
  const recording = await recordingOf("a.txt", "notes:\nfirst");
  recording.dropFile("a.txt");
  expect(recording.records).toEqual([]);
  recording.addRecords("a.txt", [{ kind: notes, position: 0, value: "late" }]);
  expect(recording.records).toEqual([]);
  const other = await recordingOf("a.txt", "notes:\nfirst");
  other.clear();
  expect(other.records).toEqual([]);
});

test("where each file is a session of its own, each has its own records", async () => {
  const recording = await recordingOf("a.txt", "notes:\nfirst");
  const entry = { request: { url: "https://a.example/" }, response: { status: 403 } };
  const har = await recordingOf("b.har", JSON.stringify({ log: { entries: [entry] } }));
  const [recorded] = har.recorded;
  if (recorded === undefined) throw new Error("nothing was recorded");
  const all = [recorded, { ...recorded, file: "a.txt" }];
  const open = (filesTogether: boolean) =>
    openSessions(all, { apiHosts: [], filesTogether }, null, recording.records).exchanges.map((exchange) => {
      const sessions = openSessions(all, { apiHosts: [], filesTogether }, null, recording.records);
      return sessions.of(exchange).records(notes).length;
    });
  expect(open(true)).toEqual([1, 1]);
  expect(open(false)).toEqual([0, 1]);
});
