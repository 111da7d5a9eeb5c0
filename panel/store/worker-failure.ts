import { WorkerEndedError } from "../../src/worker/reject-at-end.ts";

/** Why a call to the Worker failed, as a sentence for people. */
export function whyFailed(error: unknown): string {
  if (error instanceof WorkerEndedError) return "The extension's Worker ended before this was done.";
  return `This failed: ${error instanceof Error ? error.message : String(error)}.`;
}
