import { redactUrl } from "../privacy/redaction.ts";
import { nextCheck } from "../probes/next-check.ts";
import { type ProbeResults, withProbeResults } from "../probes/with-probe-results.ts";
import { carefulFix } from "./careful-fix.ts";
import type { Case } from "./case.ts";
import { decidingDifference } from "./deciding-difference.ts";
import type { Confidence, Diagnosis, DiagnosisCore, Evidence } from "./diagnosis.ts";
import type { Explanation, FullExplanation, Rival, Unexplained, Verdict } from "./explanation.ts";
import type { Knowledge } from "./knowledge.ts";
import { isRefuserOpen } from "./open-refuser.ts";
import { progressOf, progressSentence } from "./progress.ts";
import {
  byWeight,
  type Candidate,
  confidenceOf,
  listedFrom,
  type Ranking,
  rank,
  rounded,
  unexplainedBy,
} from "./rank.ts";
import { rootOf } from "./root.ts";
import { stepProof } from "./step-proof.ts";
import { isUnclear, unclearMeans, unclearRoot } from "./unclear.ts";
import { whyNot } from "./why-not.ts";

/** A case with its causes: the first, and the others that are listed beside it. */
export interface RankedCase {
  readonly subject: Case;
  readonly knowledge: Knowledge;
  readonly results: ProbeResults;
  readonly ranking: Ranking;
  readonly first: Candidate;
  readonly rivals: readonly Candidate[];
}

/** The first cause, how sure it is, and how far it reaches. */
export function verdictOf({ subject, knowledge, ranking, first }: RankedCase): Verdict {
  return {
    cause: first.rule.id,
    confidence: confidenceOf(first),
    probability: rounded(first.probability),
    apiGateway: knowledge.isOfApi(first.rule),
    api: subject.api,
    root: isUnclear(first)
      ? unclearRoot(ranking.candidates, subject, knowledge.order)
      : rootOf(first.rule, subject, knowledge),
  };
}

/** The diagnosis of a case in words. */
export function explanationOf(ranked: RankedCase): Explanation {
  const { subject, knowledge, ranking, first, rivals } = ranked;
  const verdict = verdictOf(ranked);
  const evidence = [first, ...rivals].map((each) => byWeight(ranking.evidenceOf(each)));
  const [why = [], ...ofRivals] = evidence;
  const core = {
    diagnosis: diagnosisOf(ranked, verdict, evidence.flat()),
    title: isUnclear(first) ? verdict.root.title : first.rule.title,
    root: verdict.root,
    who: isRefuserOpen(ranking.candidates, knowledge)
      ? knowledge.openRefuser
      : knowledge.whoRefused(first.rule, subject),
    means: isUnclear(first) ? unclearMeans : first.rule.means,
    page: knowledge.pageView(first.rule, subject),
    why,
    rivals: rivals.map((rival, index) => rivalOf(rival, first, ofRivals[index] ?? [], why)),
    unexplained: unexplained(unexplainedBy(ranking.candidates)),
  };
  return { ...core, full: () => fullExplanation(core, ranked) };
}

function fullExplanation(core: Omit<Explanation, "full">, ranked: RankedCase): FullExplanation {
  const { subject, ranking, knowledge } = ranked;
  const { order } = knowledge;
  const steps = { own: order.stepsFor(subject), all: order.steps };
  const progress = progressOf(ranking.candidates, steps, (step) => stepProof(step, ranking));
  return {
    ...core,
    diagnosis: fullDiagnosis(core.diagnosis, ranked),
    progress,
    progressSays: progressSentence(progress, order),
  };
}

function fullDiagnosis(core: DiagnosisCore, { subject, knowledge, results, first }: RankedCase): Diagnosis {
  const { rule } = first;
  const confirm = rule.confirm(subject);
  return {
    ...core,
    whyNot: whyNot(withProbeResults(results, rank(subject, knowledge.rules))),
    confirm: isUnclear(first) || confirm.says === core.nextCheck?.says ? null : confirm,
    owner: knowledge.ownerGuidance(rule, subject),
    declared: isUnclear(first) ? [] : knowledge.iacFix(rule, subject),
  };
}

function diagnosisOf(
  ranked: RankedCase,
  { api, apiGateway, cause, confidence, probability }: Verdict,
  evidence: readonly Evidence[],
): DiagnosisCore {
  const { subject, results, ranking, first, rivals } = ranked;
  const { made } = results;
  const { exchange, blocks } = subject;
  return {
    file: exchange.file,
    entry: exchange.entry,
    method: exchange.request.method,
    url: redactUrl(exchange.request.url),
    status: exchange.response.status,
    apiGateway,
    api,
    cause,
    confidence,
    probability,
    alternatives: rivals.map(({ rule, probability }) => ({ cause: rule.id, probability: rounded(probability) })),
    refusedAt: first.rule.refusedAt,
    blocks: blocks.map(({ entry }) => entry),
    evidence,
    unknown: ranking.unseen,
    nextCheck: checkFor(ranked, confidence),
    ...(made.length > 0 ? { checks: made } : {}),
    fix: isUnclear(first) ? [] : carefulFix(first.rule, subject, confidence),
    links: first.rule.links,
  };
}

/** What decides: first what the capture left out, then a check that is sent. */
function checkFor({ subject, knowledge, results: { made }, ranking }: RankedCase, confidence: Confidence) {
  if (confidence === "certain") return null;
  const first = confidence === "ambiguous" && made.length === 0 ? knowledge.lookFirst(subject) : null;
  return first ?? nextCheck(subject, ranking.candidates, { checks: knowledge.checks, made });
}

function unexplained(probability: number): Unexplained | null {
  if (probability < listedFrom) return null;
  return {
    title: "Something that no capture shows",
    probability: rounded(probability),
    says: "other requests speak against the causes; something unseen may have treated those otherwise, or no rule knows the cause",
  };
}

function rivalOf(
  { rule, probability }: Candidate,
  first: Candidate,
  evidence: readonly Evidence[],
  why: readonly Evidence[],
): Rival {
  const alike =
    rule.prior < first.rule.prior ? "would give the same response, and is rarer" : "would give the same response";
  return { cause: rule.id, title: rule.title, probability, says: decidingDifference(evidence, why) ?? alike };
}
