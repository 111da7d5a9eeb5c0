import type { Exchange } from "../exchange/exchange.ts";
import { toEvict } from "../session/eviction.ts";
import { liveFile, type Recording } from "../session/recording.ts";
import { openSessions, type Sessions } from "../session/sessions.ts";
import { defaultSettings, type Settings } from "../session/settings.ts";

/** The sessions of a recording, and whether they still hold all of it. Opening them evicts surplus requests. */
export class KeptSessions {
  readonly #recording: Recording;
  #sessions: Sessions = openSessions([], defaultSettings);
  #isOutdated = false;
  #isLiveOutdated = false;

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  get now(): Sessions {
    return this.#sessions;
  }

  /** The recording holds something that the sessions do not. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** More of it changed than files that are being read. */
  get isLiveOutdated(): boolean {
    return this.#isLiveOutdated;
  }

  /** @param file what changed; null for the settings, or for everything */
  outdate(file: string | null): void {
    this.#isOutdated = true;
    this.#isLiveOutdated ||= file === null || file === liveFile;
  }

  reopen(settings: Settings): void {
    this.#open(settings);
    this.#evict(settings);
  }

  #open(settings: Settings): void {
    this.#isOutdated = false;
    this.#isLiveOutdated = false;
    this.#sessions = openSessions(this.#recording.recorded, settings, this.#sessions, this.#recording.records);
  }

  /** Only open sessions know which requests are refused: they are opened with all that arrived, and again with the rest. */
  #evict(settings: Settings): void {
    const surplus = toEvict(this.#sessions);
    if (surplus === null) return;
    this.#recording.evict(surplus.allowed.map(entryOf), surplus.refused.map(entryOf));
    this.#open(settings);
  }
}

function entryOf({ entry }: Exchange): number {
  return entry;
}
