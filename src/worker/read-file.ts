import { openCapture } from "../capture/archives/open-archive.ts";
import { skippedSentence } from "../capture/archives/skipped.ts";
import { bytesOf } from "../capture/byte-source.ts";
import type { CaptureFile } from "../capture/capture-file.ts";
import { NotHarError } from "../capture/har/read.ts";
import { type NamedBytes, pastedText, type Skipped } from "../capture/named-bytes.ts";
import { UnreadableError } from "../capture/unreadable-error.ts";
import { wantsBody } from "../capture/wants-body.ts";
import type { Recording } from "../session/recording.ts";
import type { Clock } from "./clock.ts";
import type { OpenedFiles } from "./opened-files.ts";
import type { UnreadableFile } from "./protocol.ts";
import { TimeSlice } from "./time-slice.ts";

export interface ReadingOptions {
  readonly signal: AbortSignal;
  /** Where to remember the file, so that entries can be read again. */
  readonly files: OpenedFiles;
  readonly clock: Clock;
  /** Gets the number of unpacked bytes read so far. */
  onProgress(bytes: number): void;
}

/**
 * Adds a HAR file, or those in an archive, to the recording while they are read; resolves to what could not be used,
 * with the reasons.
 */
export async function readFile(
  file: NamedBytes,
  recording: Recording,
  options: ReadingOptions,
): Promise<readonly UnreadableFile[]> {
  const refused: UnreadableFile[] = [];
  const skipped: Skipped[] = [];
  for await (const found of openCapture(file)) {
    if ("skipped" in found) skipped.push(found.skipped);
    else refused.push(...(await readCaptureFile(found.file, recording, options)));
    if (options.signal.aborted) break;
  }
  return [...refused, ...refusalOf(file.name, skipped)];
}

/** Adds a text that was pasted to the recording, like a file; resolves to the reason where it cannot be used. */
export function readText(
  text: string,
  recording: Recording,
  files: OpenedFiles,
  clock: Clock,
): Promise<readonly UnreadableFile[]> {
  const { signal } = new AbortController();
  return readFile(pastedText(text), recording, { signal, files, clock, onProgress: () => {} });
}

function refusalOf(name: string, skipped: readonly Skipped[]): readonly UnreadableFile[] {
  const [first] = skipped;
  if (first?.name === name) return [{ name, says: `This file ${first.reason}.` }];
  const says = skippedSentence(skipped);
  return says === null ? [] : [{ name, says }];
}

async function readCaptureFile(
  captureFile: CaptureFile,
  recording: Recording,
  options: ReadingOptions,
): Promise<readonly UnreadableFile[]> {
  const { name, bytes, source, attached } = captureFile;
  const file = recording.beginFile(name);
  const slice = new TimeSlice(options.clock);
  options.files.begin(file, captureFile);
  try {
    const summary = await source.read(bytesOf(bytes), {
      ...options,
      wantsBody,
      attached,
      onEntries(entries, producer) {
        options.files.add(file, entries);
        recording.addEntries(file, entries, producer);
        return slice.yield();
      },
      onRecords: (records) => recording.addRecords(file, records),
      isTurnOver: () => slice.isOver,
    });
    recording.endFile(file, summary);
    return [];
  } catch (error) {
    return giveUp(file, error, recording, options);
  }
}

/** Keeps what was read before the failure or the stop, with the reason beside it. */
function giveUp(
  file: string,
  error: unknown,
  recording: Recording,
  { signal, files }: ReadingOptions,
): readonly UnreadableFile[] {
  const source = recording.sources.find((each) => each.file === file);
  const says = signal.aborted ? "The reading was stopped before the end of the file" : reasonOf(error);
  if (source === undefined) return [];
  if (source.count > 0) {
    recording.endFile(file, { ...source, problems: [{ entry: null, reason: says, lost: false }] });
    return [];
  }
  recording.dropFile(file);
  files.drop(file);
  return signal.aborted ? [] : [{ name: file, says }];
}

function reasonOf(error: unknown): string {
  if (error instanceof NotHarError) return error.message;
  if (error instanceof UnreadableError) return `This file ${error.message}.`;
  if (error instanceof DOMException) return "The browser could not read this file: it may have moved or changed.";
  return `Reading failed: ${error instanceof Error ? error.message : String(error)}.`;
}
