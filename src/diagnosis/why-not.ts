import { groupBy } from "../session/group-by.ts";
import { leastExplained, speaksAgainst, strongestAgainst } from "./deciding-difference.ts";
import type { Evidence, WhyNot } from "./diagnosis.ts";
import { observationOf } from "./observation.ts";
import { type Candidate, listedFrom, type Ranking, rounded } from "./rank.ts";
import type { Weighed } from "./rule.ts";

/** Most causes; more would be a list of all causes instead of the expected ones. */
const shown = 14;

interface Expected {
  readonly candidate: Candidate;
  readonly evidence: readonly Evidence[];
  /** How many clues rule it out. */
  readonly contradictions: number;
}

/**
 * The causes that people may expect and that are not listed, with the evidence against each. Those that the fewest clues
 * rule out come first, among them those with the most evidence.
 */
export function whyNot(ranking: Ranking): WhyNot[] {
  const [first, ...others] = ranking.candidates;
  const expected = others
    .flatMap((each) => (each.probability < listedFrom ? expectedOf(each, ranking) : []))
    .sort((a, b) => a.contradictions - b.contradictions || expectation(b) - expectation(a));
  const spread = spreadOf(expected);
  const why = first === undefined ? [] : ranking.evidenceOf(first);
  return expected.slice(0, shown).map(({ candidate, evidence }) => ({
    cause: candidate.rule.id,
    title: candidate.rule.title,
    probability: rounded(candidate.probability),
    says: strongestAgainst(evidence, spread) ?? leastExplained(evidence, why) ?? onlyRarer,
  }));
}

const onlyRarer = "nothing in the capture speaks against it; it is only rarer";

/**
 * A cause is expected where at least as many of its required clues hold (the wording, the error type, the kind of host)
 * as clues rule it out, or where a clue of `suspectedWhere` holds.
 */
function expectedOf(candidate: Candidate, { ask, evidenceOf }: Ranking): Expected[] {
  const { clues, suspectedWhere = [] } = candidate.rule;
  const holds = ({ clue }: Pick<Weighed, "clue">) => ask(clue).answer === "yes";
  const fails = ({ clue }: Weighed) => ask(clue).answer === "no";
  const required = clues.filter(({ no }) => no === "never");
  const excluding = clues.filter(({ yes }) => yes === "never");
  const seen = required.filter(holds).length;
  const contradictions = required.filter(fails).length + excluding.filter(holds).length;
  const isSuspected = suspectedWhere.some((clue) => holds({ clue }));
  const isExpected = isSuspected || (seen > 0 && seen >= contradictions);
  return isExpected ? [{ candidate, evidence: evidenceOf(candidate), contradictions }] : [];
}

/** Log-odds of the cause by its prior and the evidence for it alone. */
function expectation({ candidate, evidence }: Expected): number {
  return evidence.reduce((sum, { weight }) => sum + Math.max(0, weight ?? 0), Math.log(candidate.rule.prior));
}

function spreadOf(all: readonly Expected[]): (evidence: Evidence) => number {
  const against = all.flatMap(({ evidence }) => evidence.filter(speaksAgainst));
  const counts = groupBy(against, observationOf);
  return (evidence) => counts.get(observationOf(evidence))?.length ?? 0;
}
