import { httpSituations } from "./http-situations.ts";
import { restSituations } from "./rest-situations.ts";
import type { Situation } from "./situation.ts";

/**
 * Every mistake that the local API Gateway can hold and that responds like another, in every variation of the definition
 * around it, of the request, and of what the page was seen to do before.
 */
export function situations(): readonly Situation[] {
  return [...restSituations(), ...httpSituations()];
}
