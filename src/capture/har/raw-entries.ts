import type { HarSummary, Producer } from "../entry.ts";
import type { CaptureReading } from "../source.ts";
import { UnreadableError } from "../unreadable-error.ts";
import { EntryReader } from "./entry-reader.ts";
import { fileProblem } from "./log.ts";

/**
 * Reads entries that a source has as objects already, such as the lines of a trace, by the same rules as those of a HAR
 * file. Where the file breaks off behind some entries, these stay, and the damage is a problem of the file; before any it
 * rejects with `UnreadableError`.
 */
export async function readRawEntries(
  raw: AsyncIterable<unknown> | Iterable<unknown>,
  producer: Producer,
  reading: CaptureReading,
): Promise<HarSummary> {
  const entries = new EntryReader(reading);
  const handOver = async () => {
    const ready = await entries.settle();
    if (ready.length > 0) await reading.onEntries(ready, producer);
  };
  const damage = await readAll(raw, entries, reading, handOver);
  await handOver();
  const problems = [...(damage === null ? [] : [fileProblem(damage)]), ...entries.problems.all()];
  return { producer, count: entries.count, problems };
}

/** Resolves to what broke the file off, in a sentence; null where it was read to its end. */
async function readAll(
  raw: AsyncIterable<unknown> | Iterable<unknown>,
  entries: EntryReader,
  reading: CaptureReading,
  handOver: () => Promise<void>,
): Promise<string | null> {
  try {
    for await (const each of raw) {
      reading.signal?.throwIfAborted();
      entries.takeRaw(each);
      if (reading.isTurnOver?.()) await handOver();
    }
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableError) || entries.count === 0) throw error;
    return `The file ${error.message}`;
  }
}
