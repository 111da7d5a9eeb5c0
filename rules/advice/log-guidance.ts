import type { Case } from "../../src/diagnosis/case.ts";
import type { OwnerGuidance } from "../../src/diagnosis/diagnosis.ts";
import { consoleLinks } from "./console-links.ts";
import { logAdvice } from "./logs.ts";
import { runbook } from "./runbook.ts";

/** The guidance for a request that no API refused: no log of an API holds it. */
export const noOwnerGuidance: OwnerGuidance = { logs: [], runbook: [], console: [] };

/** Logs, runbook and console pages for a request that was meant for an API. */
export function ownerGuidance(subject: Case): OwnerGuidance {
  return { logs: logAdvice(subject), runbook: runbook(subject), console: consoleLinks(subject) };
}
