import type { Case } from "./case.ts";
import { answersTo, answersUnder, applicableChecks, type CheckId, checkAdvice } from "./checks.ts";
import type { Advice } from "./diagnosis.ts";
import { type Candidate, listedFrom } from "./engine.ts";

/** Bits of expected gain below which a check is not worth a request. */
const worthAsking = 0.1;

/**
 * The harmless check that is expected to tell most about which candidate is true, with what each answer would mean;
 * where none tells anything, the way in which the API's owner makes sure.
 */
export function nextCheck(subject: Case, candidates: readonly Candidate[]): Advice | null {
  const [best] = applicableChecks(subject)
    .map((id) => ({ id, gain: expectedGain(id, candidates) }))
    .sort((a, b) => b.gain - a.gain);
  if (best === undefined || best.gain < worthAsking) return candidates[0]?.rule.confirm(subject) ?? null;
  const advice = checkAdvice(best.id, subject);
  return { ...advice, says: [advice.says, ...meanings(best.id, candidates)].join(" ") };
}

/**
 * Mutual information of cause and answer, in bits: the entropy of the answer less what stays open of it when the cause
 * is known. A cause that allows several answers gives each as often. One that says nothing of the check is taken to
 * answer as the others do on the whole, so that it tells nothing: its share lowers the gain and never raises it.
 */
function expectedGain(id: CheckId, candidates: readonly Candidate[]): number {
  const shares = new Map<string, number>();
  let openAnyway = 0;
  for (const { rule, probability } of candidates) {
    const answers = answersUnder(rule.wouldAnswer, id);
    for (const answer of answers) shares.set(answer, (shares.get(answer) ?? 0) + probability / answers.length);
    if (answers.length > 0) openAnyway += probability * Math.log2(answers.length);
  }
  return entropy([...shares.values()]) - openAnyway;
}

/** In bits, times the sum of the shares. */
function entropy(shares: readonly number[]): number {
  const some = shares.filter((share) => share > 0);
  const total = some.reduce((sum, share) => sum + share, 0);
  return some.reduce((bits, share) => bits - share * Math.log2(share / total), 0);
}

/** More causes than these are counted, not named. */
const namedCauses = 3;

/** For each answer the causes that would give it, or the likeliest of the unlikely; then those it tells nothing about. */
function meanings(id: CheckId, candidates: readonly Candidate[]): string[] {
  const listed = candidates.filter(({ probability }) => probability >= listedFrom);
  const under = ({ rule }: Candidate) => answersUnder(rule.wouldAnswer, id);
  const told = answersTo(id).flatMap(([answer, words]) => {
    const all = candidates.filter((each) => each.probability > 0 && under(each).includes(answer));
    const likely = all.filter((each) => listed.includes(each));
    const fitting = likely.length > 0 ? likely : all.slice(0, 1);
    return fitting.length === 0 ? [] : [`${capitalised(words)}: ${titles(fitting)}.`];
  });
  const silent = listed.filter((each) => under(each).length === 0);
  return silent.length === 0 ? told : [...told, `Either way possible: ${titles(silent)}.`];
}

function titles(candidates: readonly Candidate[]): string {
  const named = candidates.slice(0, namedCauses).map(({ rule }) => rule.title);
  const more = candidates.length - named.length;
  return [...named, ...(more > 0 ? [`or one of ${more} more`] : [])].join("; ");
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
