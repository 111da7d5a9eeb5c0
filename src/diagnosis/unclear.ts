import type { Case } from "./case.ts";
import type { Root } from "./explanation.ts";
import { type Order, sharesByStep } from "./progress.ts";
import type { Candidate } from "./rank.ts";

/** Below this probability the first cause is no headline: it is wrong far more often than right. */
const headlineFrom = 0.15;

/** Questions beyond these would be no headline. */
const namedQuestions = 3;

/** Whether the first cause is too improbable to be named as the cause. */
export function isUnclear({ probability }: Candidate): boolean {
  return probability < headlineFrom;
}

/** What stands in place of a root cause: what is open, the likeliest first. Requests of a host share it. */
export function unclearRoot(candidates: readonly Candidate[], { api }: Case, order: Order): Root {
  const title = `Unclear: ${questionsIn(candidates, order)}`;
  return { key: JSON.stringify([title, api.host]), title, scope: {} };
}

/** What an unclear diagnosis means, in place of what its first cause means. */
export const unclearMeans =
  "Several causes would give this response, and none of them is likely yet. They are listed below; the check tells them apart.";

/** "route, authorization or API key" */
function questionsIn(candidates: readonly Candidate[], { steps, outside }: Order): string {
  const shares = new Map<string, number>();
  for (const [id, share] of sharesByStep(candidates)) {
    const topic = steps.find((step) => step.id === id)?.topic ?? outside;
    shares.set(topic, (shares.get(topic) ?? 0) + share);
  }
  const topics = [...shares].toSorted(([, one], [, other]) => other - one).map(([topic]) => topic);
  const named = topics.slice(0, namedQuestions);
  return [named.slice(0, -1).join(", "), named.at(-1)].filter(Boolean).join(" or ");
}
