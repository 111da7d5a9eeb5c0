import type { HarEntry } from "../../capture/entry.ts";
import { traitsOf } from "../../capture/har/producer-traits.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { exchangeOf } from "../../exchange/exchange-of.ts";
import { type Investigation, nextProbe, type PreparedProbe, withResponse } from "../../probes/investigation.ts";
import type { SafeRequest, SendPolicy } from "../../probes/safe-request.ts";

/** The surroundings of sent probes. */
export interface ProbeSender {
  /** Shows the probe; resolves to whether it may be sent. */
  maySend(investigation: Investigation, probe: PreparedProbe): Promise<boolean>;
  send(request: SafeRequest): Promise<HarEntry>;
  /** Reports the investigation after a probe; `failure` says why no response came, and is null where one did. */
  report(investigation: Investigation, failure: string | null): void;
  /** Resolves when the next probe may be sent. */
  pause(): Promise<void>;
}

/** Sends one probe after the other, until none is left, one may not be sent, or one gets no response. */
export async function sendProbes(
  start: Investigation,
  allowed: SendPolicy,
  sender: ProbeSender,
): Promise<Investigation> {
  let investigation = start;
  for (;;) {
    const probe = nextProbe(investigation, allowed);
    if (probe === null || !(await sender.maySend(investigation, probe))) return investigation;
    if (investigation.made.length > 0) await sender.pause();
    const entry = await sender.send(probe.request);
    investigation = withResponse(investigation, probe, seen(entry));
    const failure = entry.response.error;
    sender.report(investigation, failure);
    if (failure !== null) return investigation;
  }
}

/** We record responses whole. */
const traits = traitsOf({ name: "apigw403", version: "", live: true }, []);

function seen(entry: HarEntry): Exchange {
  return exchangeOf(entry, { id: 0, file: "asked", entry: 0, traits, bodyLost: null });
}
