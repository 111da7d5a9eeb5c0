import { WorkerEndedError } from "../../src/worker/reject-at-end.ts";
import type { Store } from "./store.ts";

type Place = Pick<Store, "surroundings">;

/** Says why a call to the Worker failed, and what to do; to stand behind a colon. */
export function whyFailed(error: unknown, place: Place): string {
  if (error instanceof WorkerEndedError) return `the extension's Worker ended. ${waysOn(place)}.`;
  return `${error instanceof Error ? error.message : String(error)}. Try it again.`;
}

/** Says what helps after the Worker has ended; without a full stop. */
export function waysOn({ surroundings }: Place): string {
  return surroundings.watching ? "Close DevTools and open them again" : "Reload this page";
}

/**
 * Notes why a call to the Worker failed, for a notice. The end of the Worker has its own notice.
 * @param what the beginning of the sentence, "Pausing failed"
 */
export function noteFailure(call: Promise<unknown>, what: string, store: Store): void {
  call.catch((error: unknown) => {
    if (!(error instanceof WorkerEndedError)) store.failure.value = `${what}: ${whyFailed(error, store)}`;
  });
}
