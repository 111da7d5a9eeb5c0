import { redactUrl } from "../privacy/redaction.ts";
import { nextCheck } from "../probes/next-check.ts";
import { type ProbeResults, withProbeResults } from "../probes/with-probe-results.ts";
import { openSession } from "../session/open-session.ts";
import type { Recorded } from "../session/recording.ts";
import type { RefusedRequest, Session } from "../session/session.ts";
import { type Case, openCase } from "./case.ts";
import { decidingDifference } from "./deciding-difference.ts";
import type { Diagnosis, DiagnosisCore, Evidence } from "./diagnosis.ts";
import type { DiagnosedSession, RuleFailure } from "./examination.ts";
import type { Explanation, FullExplanation, Rival, Unexplained, Verdict } from "./explanation.ts";
import { findingsOf } from "./findings.ts";
import type { Knowledge } from "./knowledge.ts";
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
import { whyNot } from "./why-not.ts";

export interface DiagnoseOptions {
  readonly knowledge: Knowledge;
  /** The user's own API hosts, wildcards allowed. */
  readonly apiHosts: readonly string[];
}

/** Diagnoses every refused request of a recording. Never throws on hostile input; a rule that throws is listed. */
export function diagnose(recorded: readonly Recorded[], { knowledge, apiHosts }: DiagnoseOptions): DiagnosedSession {
  const session = openSession(recorded, apiHosts);
  const explained = session.refusedRequests.map((subject) => explain(subject, session, knowledge));
  return {
    session,
    explanations: explained.flatMap(({ explanation }) => explanation ?? []),
    findings: findingsOf(explained),
    failures: explained.flatMap(({ failures }) => failures),
  };
}

/** One refused request explained. The explanation is null where every rule failed or was ruled out. */
export interface Explained {
  readonly subject: RefusedRequest;
  readonly explanation: Explanation | null;
  readonly failures: readonly RuleFailure[];
}

const nothingAsked: ProbeResults = { made: [], worth: [] };

/**
 * Diagnoses one refused request of a session. Never throws on hostile input; a rule that throws is listed.
 * @param answers what was asked about it since
 */
export function explain(
  subject: RefusedRequest,
  session: Session,
  knowledge: Knowledge,
  answers: ProbeResults = nothingAsked,
): Explained {
  const { judged, failures } = judge({ subject, session, knowledge, answers });
  return { subject, explanation: judged && explanationOf(judged), failures };
}

/** What one refused request was refused for, in a part of the time that explaining it takes. Throws as little. */
export function verdictOn(
  subject: RefusedRequest,
  session: Session,
  knowledge: Knowledge,
  answers: ProbeResults = nothingAsked,
): { readonly verdict: Verdict | null; readonly failures: readonly RuleFailure[] } {
  const { judged, failures } = judge({ subject, session, knowledge, answers });
  return { verdict: judged && verdictOf(judged), failures };
}

interface Judging {
  readonly subject: RefusedRequest;
  readonly session: Session;
  readonly knowledge: Knowledge;
  readonly answers: ProbeResults;
}

function judge({ subject, session, knowledge, answers }: Judging): {
  readonly judged: Judged | null;
  readonly failures: readonly RuleFailure[];
} {
  const opened = openCase(subject, session, knowledge);
  const ranking = withProbeResults(answers, rank(opened, knowledge.adaptedTo(opened, knowledge.rules)));
  const { file, entry } = subject.exchange;
  const failures = ranking.failures.map((failure) => ({ ...failure, file, entry }));
  const [first] = ranking.candidates;
  if (first === undefined) return { judged: null, failures };
  const rivals = ranking.candidates.slice(1).filter(({ probability }) => probability >= listedFrom);
  return { judged: { subject: opened, knowledge, answers, ranking, first, rivals }, failures };
}

/** A case with what the rules say of it: the first cause and those listed beside it. */
interface Judged {
  readonly subject: Case;
  readonly knowledge: Knowledge;
  readonly answers: ProbeResults;
  readonly ranking: Ranking;
  readonly first: Candidate;
  readonly rivals: readonly Candidate[];
}

function verdictOf({ subject, knowledge, first }: Judged): Verdict {
  return {
    cause: first.rule.id,
    confidence: confidenceOf(first),
    probability: rounded(first.probability),
    apiGateway: knowledge.isOfApi(first.rule),
    api: subject.api,
    root: rootOf(first.rule, subject, knowledge),
  };
}

function explanationOf(judged: Judged): Explanation {
  const { subject, knowledge, ranking, first, rivals } = judged;
  const verdict = verdictOf(judged);
  const evidence = [first, ...rivals].map((each) => byWeight(ranking.evidenceOf(each)));
  const [why = [], ...ofRivals] = evidence;
  const core = {
    diagnosis: diagnosisOf(judged, verdict, evidence.flat()),
    title: first.rule.title,
    root: verdict.root,
    who: knowledge.whoRefused(first.rule, subject),
    means: first.rule.means,
    page: knowledge.pageView(subject),
    why,
    rivals: rivals.map((rival, index) => rivalOf(rival, first, ofRivals[index] ?? [], why)),
    unexplained: unexplained(unexplainedBy(ranking.candidates)),
  };
  return { ...core, full: () => fullExplanation(core, judged) };
}

function fullExplanation(core: Omit<Explanation, "full">, judged: Judged): FullExplanation {
  const { subject, ranking, knowledge } = judged;
  const { order } = knowledge;
  const steps = { own: order.stepsFor(subject), all: order.steps };
  const progress = progressOf(ranking.candidates, steps, (step) => stepProof(step, ranking));
  return {
    ...core,
    diagnosis: fullDiagnosis(core.diagnosis, judged),
    progress,
    progressSays: progressSentence(progress, order),
  };
}

function fullDiagnosis(core: DiagnosisCore, { subject, knowledge, answers, first: { rule } }: Judged): Diagnosis {
  const confirm = rule.confirm(subject);
  return {
    ...core,
    whyNot: whyNot(withProbeResults(answers, rank(subject, knowledge.rules))),
    confirm: confirm.says === core.nextCheck?.says ? null : confirm,
    owner: knowledge.ownerGuidance(rule, subject),
    declared: knowledge.iacFix(rule, subject),
  };
}

function diagnosisOf(
  { subject, knowledge: { checks }, answers, ranking, first, rivals }: Judged,
  { api, apiGateway, cause, confidence, probability }: Verdict,
  evidence: readonly Evidence[],
): DiagnosisCore {
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
    nextCheck: confidence === "certain" ? null : nextCheck(subject, ranking.candidates, { checks, made: answers.made }),
    ...(answers.made.length > 0 ? { checks: answers.made } : {}),
    fix: first.rule.fix(subject),
    links: first.rule.links,
  };
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
  const alike = rule.prior < first.rule.prior ? "would answer the same, and is rarer" : "would answer the same";
  return { cause: rule.id, title: rule.title, probability, says: decidingDifference(evidence, why) ?? alike };
}
