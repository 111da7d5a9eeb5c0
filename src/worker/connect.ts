import { type Remote, wrap } from "comlink";
import { lockReleased } from "./life-lock.ts";
import type { WorkerApi } from "./protocol.ts";
import { rejectAtEnd } from "./reject-at-end.ts";

/** The service in a Worker, called from another thread: every call returns a promise. */
export type RemoteWorker = Remote<WorkerApi>;

/** What is posted to the Worker, each with a port: to call the service there, or to learn when the Worker ends. */
export type WorkerRequest = "connect" | "live";

/** Starts the Worker that diagnoses. It lives as long as the page that started it. */
export function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}

/**
 * Opens a way to call the service in the Worker.
 * @param ended resolves when the Worker has ended; calls that wait then reject with `WorkerEndedError`, and all later ones
 */
export function connect(worker: Worker, ended: Promise<void>): RemoteWorker {
  return rejectAtEnd(wrap<WorkerApi>(portTo(worker, "connect")), ended);
}

/** Resolves when the Worker has ended, for any reason; never if the browser has no locks. */
export function endOf(worker: Worker): Promise<void> {
  return lockReleased(portTo(worker, "live"));
}

function portTo(worker: Worker, request: WorkerRequest): MessagePort {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(request, [port2]);
  return port1;
}
