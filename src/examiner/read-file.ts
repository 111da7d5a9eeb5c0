import { type ByteSource, bytesOf, bytesOfText } from "../har/byte-source.ts";
import { NotHarError, readHar } from "../har/read.ts";
import type { Recording } from "../session/recording.ts";
import { wantsBody } from "../session/wants-body.ts";
import type { RefusedFile } from "./messages.ts";

export interface ReadingOptions {
  readonly signal: AbortSignal;
  /** Gets the number of bytes read so far. */
  onProgress(bytes: number): void;
}

/** Adds a HAR file to the recording while it is read; resolves to the reason where it cannot be used. */
export function readFile(file: File, recording: Recording, options: ReadingOptions): Promise<RefusedFile | null> {
  return read(file.name, bytesOf(file), recording, options);
}

/** Adds the text of a HAR file to the recording; resolves to the reason where it cannot be used. */
export function readText(name: string, text: string, recording: Recording): Promise<RefusedFile | null> {
  return read(name, bytesOfText(text), recording, { signal: new AbortController().signal, onProgress: () => {} });
}

async function read(
  name: string,
  source: ByteSource,
  recording: Recording,
  options: ReadingOptions,
): Promise<RefusedFile | null> {
  const file = recording.beginFile(name);
  try {
    const summary = await readHar(source, {
      ...options,
      wantsBody,
      onEntries: (entries, producer) => recording.addEntries(file, entries, producer),
    });
    recording.endFile(file, summary);
    return null;
  } catch (error) {
    return giveUp(file, error, recording, options.signal);
  }
}

/** What was read before a file turned out unreadable, or somebody lost patience, stays, with the reason beside it. */
function giveUp(file: string, error: unknown, recording: Recording, signal: AbortSignal): RefusedFile | null {
  const source = recording.sources.find((each) => each.file === file);
  const says = signal.aborted ? "The reading was stopped before the end of the file" : reasonOf(error);
  if (source === undefined) return null;
  if (source.count > 0) {
    recording.endFile(file, { ...source, problems: [{ entry: null, reason: says, lost: false }] });
    return null;
  }
  recording.dropFile(file);
  return signal.aborted ? null : { name: file, says };
}

function reasonOf(error: unknown): string {
  if (error instanceof NotHarError) return error.message;
  if (error instanceof DOMException) return "The browser could not read this file: it may have moved or changed.";
  throw error;
}
