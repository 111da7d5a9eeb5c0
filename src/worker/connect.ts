import { type Remote, wrap } from "comlink";
import { lockReleased } from "./life-lock.ts";
import type { WorkerApi } from "./protocol.ts";

/** An examiner in a Worker, asked from another thread: every answer is a promise. */
export type RemoteWorker = Remote<WorkerApi>;

/** What a Worker that examines is asked for, each with a port: to answer questions there, or to tell that it lives. */
export type WorkerRequest = "examine" | "live";

/** Starts a Worker that examines. It lives as long as the page that started it. */
export function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}

/** Opens a way to ask the examiner in the Worker. */
export function connect(worker: Worker): RemoteWorker {
  return wrap<WorkerApi>(portTo(worker, "examine"));
}

/**
 * Resolves when the Worker that lives now has ended, whatever ended it; never where the browser cannot tell. After that no
 * question is answered.
 */
export function endOf(worker: Worker): Promise<void> {
  return lockReleased(portTo(worker, "live"));
}

function portTo(worker: Worker, request: WorkerRequest): MessagePort {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(request, [port2]);
  return port1;
}
