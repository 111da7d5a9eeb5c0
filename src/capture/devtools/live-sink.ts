import type { HarEntry, Producer, ReceivedBody } from "../entry.ts";

/** Takes what DevTools report as it happens. `index` numbers the requests, and never starts again. */
export interface LiveSink {
  addLive(index: number, entry: HarEntry, producer: Producer): void;
  setBody(index: number, body: ReceivedBody): void;
  navigated(url: string): void;
}
