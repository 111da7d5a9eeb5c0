import type { FinishedRequest, NetworkPort } from "../browser/ports.ts";
import type { HarEntry, Producer } from "../har/entry.ts";
import { repairEntry } from "../har/repair.ts";
import type { Recording } from "../session/recording.ts";
import { wantsBody } from "../session/wants-body.ts";
import { Pairing, type Way } from "./pairing.ts";

/**
 * Records every request from now on, and those that DevTools already held. Bodies of refused requests are fetched at
 * once: after the next navigation the browser no longer has them.
 */
export function collect(network: NetworkPort, recording: Recording, producer: Producer): void {
  const pairing = new Pairing();
  const take = (request: FinishedRequest, way: Way) => {
    const repair = repairEntry(request.entry);
    if ("lost" in repair || (way === "held" && isUnfinished(repair.entry))) return;
    if (pairing.isNew(identityOf(repair.entry), way)) void record(request, repair.entry, recording, producer);
  };
  network.onRequestFinished((request) => take(request, "live"));
  network.onNavigated((url) => recording.navigated(url));
  void network.getHAR().then((requests) => {
    for (const request of requests) take(request, "held");
  });
}

/** getHAR also lists what still waits for its answer (Chromium 156); its end is reported by the event. */
function isUnfinished({ response }: HarEntry): boolean {
  return response.status === 0 && response.error === null;
}

/** The browser gives requests no id that both ways of getting them share. */
function identityOf({ startedDateTime, request, response }: HarEntry): string {
  return [startedDateTime, request.method, request.url, response.status].join("|");
}

async function record(
  request: FinishedRequest,
  entry: HarEntry,
  recording: Recording,
  producer: Producer,
): Promise<void> {
  const index = recording.addLive(entry, producer);
  if (wantsBody(entry)) recording.setBody(index, await request.body());
}
