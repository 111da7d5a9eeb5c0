import type { Exchange } from "../exchange/exchange.ts";
import { liveFile, type Recording } from "../session/recording.ts";
import type { Unfinished } from "./backlog.ts";
import type { Clock } from "./clock.ts";
import { OpenedFiles } from "./opened-files.ts";
import type { Reading, UnreadableFile } from "./protocol.ts";
import { readFile, readText } from "./read-file.ts";

/** Refused requests that are shown while files are read; the others are diagnosed once, with the whole files. */
const shownAtOnce = 5;

/** Reads files and texts into a recording, and knows what waits for their end. */
export class Readings implements Unfinished {
  /** The files, to read entries of them again. */
  readonly files = new OpenedFiles();
  readonly #recording: Recording;
  readonly #clock: Clock;
  readonly #ended: () => void;
  #stop = new AbortController();
  #underWay = 0;
  /** How many more refused requests are shown before the readings end. */
  #atOnce = 0;

  /** @param ended is called whenever one reading is over, whether it went well or not */
  constructor(recording: Recording, clock: Clock, ended: () => void) {
    this.#recording = recording;
    this.#clock = clock;
    this.#ended = ended;
  }

  get atOnce(): number {
    return this.#atOnce;
  }

  get areUnderWay(): boolean {
    return this.#underWay > 0;
  }

  /** Refused requests of a file that is being read wait for its end, except for the first few. */
  get mayBeShown(): boolean {
    return !this.areUnderWay || this.#atOnce > 0;
  }

  /** Whether an exchange comes from a file that may still be being read. */
  holds({ file }: Exchange): boolean {
    return this.areUnderWay && file !== liveFile;
  }

  /** Takes note that a refused request was diagnosed. */
  shown(exchange: Exchange): void {
    if (this.holds(exchange)) this.#atOnce--;
  }

  /** Reads one file after the other; resolves to what could not be used. */
  readFiles(files: readonly File[], progress: (reading: Reading) => void): Promise<readonly UnreadableFile[]> {
    return this.#whileReading(async () => {
      const { signal } = this.#stop;
      const refused: UnreadableFile[] = [];
      for (const file of files) {
        if (signal.aborted) break;
        const onProgress = (read: number) => progress({ file: file.name, read, size: file.size });
        onProgress(0);
        const named = { name: file.name, bytes: file };
        const options = { signal, onProgress, files: this.files, clock: this.#clock };
        refused.push(...(await readFile(named, this.#recording, options)));
      }
      return refused;
    });
  }

  readText(text: string): Promise<readonly UnreadableFile[]> {
    return this.#whileReading(() => readText(text, this.#recording, this.files, this.#clock));
  }

  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  async #whileReading<T>(read: () => Promise<T>): Promise<T> {
    this.#underWay++;
    this.#atOnce = shownAtOnce;
    try {
      return await read();
    } finally {
      this.#underWay--;
      this.#ended();
    }
  }
}
