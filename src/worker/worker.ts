import { expose } from "comlink";
import { knowledge } from "../../rules/knowledge.ts";
import { browserClock } from "./clock.ts";
import type { WorkerRequest } from "./connect.ts";
import { holdLock } from "./life-lock.ts";
import { DiagnosisService } from "./service.ts";

/** The Worker's entry point. Post "connect" with a port, then call the service through that port. */
const service = new DiagnosisService(knowledge, browserClock);

addEventListener("message", ({ data, ports: [port] }: MessageEvent<WorkerRequest>) => {
  if (port === undefined) return;
  if (data === "connect") expose(service, port);
  else holdLock(port);
});
