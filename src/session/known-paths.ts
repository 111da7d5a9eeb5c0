import type { Others } from "./others.ts";
import { firstSegment } from "./properties.ts";
import { isOfSameOrigin, passedStage } from "./request-outcome.ts";

/** More would not fit into a sentence. */
const most = 4;

/**
 * The first segments under which the host is seen to serve something: stages on execute-api names, base paths or first
 * resources on a domain of the owner's. In order of time, the root left out, four at most.
 */
export function knownFirstSegments(others: Others): readonly string[] {
  return others
    .that(passedStage, isOfSameOrigin)
    .valuesOf(firstSegment, most + 1)
    .filter((segment) => segment !== "")
    .slice(0, most);
}
