import { type Remote, wrap } from "comlink";
import type { Examining } from "./messages.ts";

/** An examiner in a Worker, asked from another thread: every answer is a promise. */
export type RemoteExaminer = Remote<Examining>;

/** Starts a Worker that examines. It lives as long as the page that started it. */
export function startExaminer(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}

/** Opens a way to ask the examiner in the Worker. */
export function connect(worker: Worker): RemoteExaminer {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  return wrap<Examining>(port1);
}
