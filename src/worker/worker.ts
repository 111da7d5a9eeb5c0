import { expose } from "comlink";
import { knowledge } from "../../rules/knowledge.ts";
import { browserClock } from "./clock.ts";
import type { WorkerRequest } from "./connect.ts";
import { holdLock } from "./life-lock.ts";
import { DiagnosisService } from "./service.ts";

/** The Worker's entry point. Whoever wants to ask the service posts "connect" and a port, and speaks through that. */
const service = new DiagnosisService(knowledge, browserClock);

addEventListener("message", ({ data, ports: [port] }: MessageEvent<WorkerRequest>) => {
  if (port === undefined) return;
  if (data === "connect") expose(service, port);
  else holdLock(port);
});
