import type { FinishedRequest, NetworkPort } from "../../browser/ports.ts";
import type { HarEntry } from "../entry.ts";
import { repairEntry } from "../har/repair.ts";

/** Requests that end within this many milliseconds share one look: getHAR copies the whole log. */
const gathering = 100;

/** After a look the next waits this many times as long as it took. */
const restFactor = 4;

/**
 * A log that took longer than these milliseconds to copy is not looked at again: one of tens of thousands of requests
 * takes Chromium 156 ten seconds, in which no panel responds.
 */
const longest = 250;

/**
 * Chromium 156 reports the end of about one in 150 requests that CORS hid before it knows status and headers of the
 * respond: the extra information of the network comes after the failure. The log has them a moment later.
 */
export class SecondLook {
  readonly #network: NetworkPort;
  #next: Promise<readonly FinishedRequest[]> | null = null;
  /** Milliseconds that the last look took. */
  #lastTook = 0;

  constructor(network: NetworkPort) {
    this.#network = network;
  }

  /** The request as the log has it now; as it was reported where the log knows no more, or has become too long. */
  async at(request: FinishedRequest, reported: HarEntry): Promise<FinishedRequest> {
    if (this.#lastTook > longest) return request;
    const log = await this.#look();
    return log.findLast(({ entry }) => completes(entry, reported)) ?? request;
  }

  /** With another page the log begins anew, unless DevTools preserve it. */
  navigated(): void {
    this.#lastTook = 0;
  }

  #look(): Promise<readonly FinishedRequest[]> {
    this.#next ??= this.#lookLater();
    return this.#next;
  }

  async #lookLater(): Promise<readonly FinishedRequest[]> {
    await new Promise((resolve) => setTimeout(resolve, Math.max(gathering, restFactor * this.#lastTook)));
    this.#next = null;
    const began = performance.now();
    const log = await this.#network.getHAR();
    this.#lastTook = performance.now() - began;
    return log;
  }
}

/** Whether a request failed in the way in which those do whose response the page may not read. */
export function mayBeIncomplete({ response }: HarEntry): boolean {
  return response.status === 0 && response.error === "net::ERR_FAILED";
}

function completes(raw: unknown, reported: HarEntry): boolean {
  const repair = repairEntry(raw);
  if ("lost" in repair) return false;
  const { request, response, startedDateTime } = repair.entry;
  const isSame = request.url === reported.request.url && request.method === reported.request.method;
  return isSame && startedDateTime === reported.startedDateTime && response.status !== 0;
}
