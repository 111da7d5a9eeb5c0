import type { FinishedRequest, NetworkPort } from "../../browser/ports.ts";
import type { HarEntry, Producer } from "../entry.ts";
import { repairEntry } from "../har/repair.ts";
import { wantsBody } from "../wants-body.ts";
import type { LiveSink } from "./live-sink.ts";
import { Pairing, type Way } from "./pairing.ts";
import { mayBeIncomplete, SecondLook } from "./second-look.ts";

/**
 * Records every request from now on, and those that DevTools already held. Bodies of refused requests are fetched at
 * once: after the next navigation the browser no longer has them.
 */
export function collect(network: NetworkPort, sink: LiveSink, producer: Producer): void {
  const pairing = new Pairing();
  const secondLook = new SecondLook(network);
  let arrived = 0;
  const take = (request: FinishedRequest, entry: HarEntry, way: Way) => {
    if (pairing.isNew(identityOf(entry), way)) void record(request, entry, arrived++);
  };
  const record = async (request: FinishedRequest, entry: HarEntry, index: number) => {
    sink.addLive(index, entry, producer);
    if (wantsBody(entry)) sink.setBody(index, await request.body());
  };
  network.onRequestFinished(async (request) => {
    const entry = entryOf(request);
    if (entry === null) return;
    if (!mayBeIncomplete(entry)) return take(request, entry, "live");
    const now = await secondLook.at(request, entry);
    take(now, entryOf(now) ?? entry, "live");
  });
  network.onNavigated((url) => {
    secondLook.navigated();
    sink.navigated(url);
  });
  void network.getHAR().then((requests) => {
    for (const request of requests) {
      const entry = entryOf(request);
      if (entry !== null && !isUnfinished(entry)) take(request, entry, "held");
    }
    pairing.completeHeld();
  });
}

/** Null for what is no request of a page, such as one without an address. */
function entryOf({ entry }: FinishedRequest): HarEntry | null {
  const repair = repairEntry(entry);
  return "lost" in repair ? null : repair.entry;
}

/** getHAR also lists what still waits for its response (Chromium 156); its end is reported by the event. */
function isUnfinished({ response }: HarEntry): boolean {
  return response.status === 0 && response.error === null;
}

/** The browser gives requests no id that both ways of getting them share. */
function identityOf({ startedDateTime, request, response }: HarEntry): string {
  return [startedDateTime, request.method, request.url, response.status].join("|");
}
