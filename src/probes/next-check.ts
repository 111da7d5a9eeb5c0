import { applicableChecks, type CheckId, checkAdvice, resultsOf, resultsUnder } from "../../rules/probes/checks.ts";
import type { Case } from "../diagnosis/case.ts";
import type { Advice, ProbeResult } from "../diagnosis/diagnosis.ts";
import { type Candidate, listedFrom } from "../diagnosis/rank.ts";
import { groupBy } from "../session/group-by.ts";
import { worthAsking } from "./expected-gain.ts";
import { gainOf, hypothesesOf } from "./hypotheses.ts";

/**
 * The harmless check that is expected to tell most about which candidate is true, with what each answer would mean;
 * where none tells anything, the way in which the API's owner makes sure.
 * @param made checks that were made already
 */
export function nextCheck(
  subject: Case,
  candidates: readonly Candidate[],
  made: readonly ProbeResult[] = [],
): Advice | null {
  const hypotheses = hypothesesOf(candidates);
  const [best] = applicableChecks(subject)
    .filter((id) => made.every(({ check }) => check !== id))
    .map((id) => ({ id, gain: gainOf(id, hypotheses) }))
    .sort((a, b) => b.gain - a.gain);
  if (best === undefined || best.gain < worthAsking) return candidates[0]?.rule.confirm(subject) ?? null;
  const advice = checkAdvice(best.id, subject);
  return { ...advice, says: [advice.says, ...meanings(best.id, candidates)].join(" ") };
}

/** More causes than these are counted, not named. */
const namedCauses = 3;

/**
 * For each answer the causes that would give it, or the likeliest of the unlikely, answers that mean the same together;
 * then the causes that it tells nothing about.
 */
function meanings(id: CheckId, candidates: readonly Candidate[]): string[] {
  const listed = candidates.filter(({ probability }) => probability >= listedFrom);
  const under = ({ rule }: Candidate) => resultsUnder(rule.expectedResults, id);
  const told = resultsOf(id).flatMap(([answer, words]) => {
    const all = candidates.filter((each) => each.probability > 0 && under(each).includes(answer));
    const likely = all.filter((each) => listed.includes(each));
    const fitting = likely.length > 0 ? likely : all.slice(0, 1);
    return fitting.length === 0 ? [] : [{ words, causes: titles(fitting) }];
  });
  const meant = [...groupBy(told, ({ causes }) => causes)].map(
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
