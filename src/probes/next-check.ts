import type { Case } from "../diagnosis/case.ts";
import type { Advice, ProbeResult } from "../diagnosis/diagnosis.ts";
import { resultsUnder } from "../diagnosis/expected-results.ts";
import { type Candidate, listedFrom } from "../diagnosis/rank.ts";
import { groupBy } from "../session/group-by.ts";
import { applicableChecks, type Check, type Checks, checkAdvice } from "./check.ts";
import { worthAsking } from "./expected-gain.ts";
import { gainOf, hypothesesOf } from "./hypotheses.ts";

interface Available {
  readonly checks: Checks;
  /** Results that are known; their checks are not advised again. */
  readonly made?: readonly ProbeResult[];
}

/**
 * The harmless check that is expected to tell most about which candidate is true, with the meaning of each result. Where
 * no check tells enough, the way in which the API's owner makes sure; null without candidates.
 */
export function nextCheck(
  subject: Case,
  candidates: readonly Candidate[],
  { checks, made = [] }: Available,
): Advice | null {
  const hypotheses = hypothesesOf(candidates);
  const [best] = applicableChecks(checks, subject)
    .filter(([id]) => made.every(({ check }) => check !== id))
    .map(([id, check]) => ({ id, check, gain: gainOf(id, hypotheses) }))
    .sort((a, b) => b.gain - a.gain);
  if (best === undefined || best.gain < worthAsking) return candidates[0]?.rule.confirm(subject) ?? null;
  const advice = checkAdvice(best.check, subject);
  return { ...advice, says: [advice.says, ...meanings(best.id, best.check, candidates)].join(" ") };
}

/** Causes beyond these are counted, not named. */
const namedCauses = 3;

/**
 * For each result the causes that would give it, or the likeliest of the unlikely; results that mean the same stand
 * together. Then the causes that the check tells nothing about.
 */
function meanings(id: string, { results }: Check, candidates: readonly Candidate[]): string[] {
  const listed = candidates.filter(({ probability }) => probability >= listedFrom);
  const under = ({ rule }: Candidate) => resultsUnder(rule.expectedResults, id);
  const causesByResult = Object.entries(results).flatMap(([result, words]) => {
    const all = candidates.filter((each) => each.probability > 0 && under(each).includes(result));
    const likely = all.filter((each) => listed.includes(each));
    const fitting = likely.length > 0 ? likely : all.slice(0, 1);
    return fitting.length === 0 ? [] : [{ words, causes: titles(fitting) }];
  });
  const meant = [...groupBy(causesByResult, ({ causes }) => causes)].map(
    ([causes, alike]) => `${capitalised(alike.map(({ words }) => words).join(", or "))}: ${causes}.`,
  );
  const silent = listed.filter((each) => under(each).length === 0);
  return silent.length === 0 ? meant : [...meant, `Either way possible: ${titles(silent)}.`];
}

function titles(candidates: readonly Candidate[]): string {
  const named = candidates.slice(0, namedCauses).map(({ rule }) => rule.title);
  const more = candidates.length - named.length;
  return [...named, ...(more > 0 ? [`or one of ${more} more`] : [])].join("; ");
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
