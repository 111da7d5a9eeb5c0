import type { Knowledge } from "./knowledge.ts";
import type { Candidate } from "./rank.ts";

/** The least share of either side from which it is open who refused. */
const openFrom = 0.15;

/** Whether causes of the API and causes of other servers are both that probable. */
export function isRefuserOpen(candidates: readonly Candidate[], { isOfApi }: Pick<Knowledge, "isOfApi">): boolean {
  const ofApi = candidates.reduce((sum, { rule, probability }) => sum + (isOfApi(rule) ? probability : 0), 0);
  return ofApi >= openFrom && ofApi <= 1 - openFrom;
}
