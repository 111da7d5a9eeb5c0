import { expose } from "comlink";
import { rules } from "../../rules/index.ts";
import type { WorkerRequest } from "./connect.ts";
import { DiagnosisWorker } from "./diagnosis-worker.ts";
import { holdLock } from "./life-lock.ts";
import { yieldToEventLoop } from "./time-slice.ts";

/** The Worker that holds one examiner. Whoever wants to ask it posts "examine" and a port, and speaks through that. */
const examiner = new DiagnosisWorker(rules, {
  now: () => performance.now(),
  later: (goOn, milliseconds) => (milliseconds > 0 ? setTimeout(goOn, milliseconds) : yieldToEventLoop().then(goOn)),
});

addEventListener("message", ({ data, ports: [port] }: MessageEvent<WorkerRequest>) => {
  if (port === undefined) return;
  if (data === "examine") expose(examiner, port);
  else holdLock(port);
});
